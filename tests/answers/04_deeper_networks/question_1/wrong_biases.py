# says: Does the input layer compute one?
def question_1():
    return "c"

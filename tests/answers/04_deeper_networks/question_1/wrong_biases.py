# says: Does the input layer compute a sum
def question_1():
    return "c"

# says: which is no text
def question_1():
    return 25

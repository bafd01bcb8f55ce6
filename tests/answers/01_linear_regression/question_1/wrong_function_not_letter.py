# says: a function and not a text
def question_1():
    return question_1

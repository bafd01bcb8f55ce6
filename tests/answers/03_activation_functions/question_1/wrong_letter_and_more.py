# says: a letter and more
def question_1():
    return "c)"

# says: more than one letter
def question_1():
    return "b, a"

# says: in the second round


def question_1():
    return "d"

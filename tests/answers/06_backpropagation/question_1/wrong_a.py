# says: with the slope or against it?


def question_1():
    return "a"

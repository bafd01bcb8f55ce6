# says: Are the slopes the same, too?


def question_1():
    return "a"

# says: a letter in quotes


def question_1():
    return "e"

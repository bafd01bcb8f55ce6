# says: a letter in quotes


def question_2():
    return 2

# says: steps of one epoch


def question_2():
    return "b"

# says: the batch size counts rows


def question_2():
    return "d"

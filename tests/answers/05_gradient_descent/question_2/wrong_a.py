# says: is one epoch one step?


def question_2():
    return "a"

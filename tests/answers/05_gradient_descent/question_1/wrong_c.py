# says: lowest in the figure?


def question_1():
    return "c"

# says: At which weight is each of the two costs lowest?


def question_1():
    return "c"

# says: Return one of
def question_1():
    return 8

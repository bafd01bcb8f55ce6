# says: Return one of
def question_2():
    return 8

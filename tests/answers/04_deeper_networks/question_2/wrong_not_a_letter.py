# says: which is no text
def question_2():
    return 8

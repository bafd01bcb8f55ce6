# says: Is it still there?
def question_2():
    return "b"

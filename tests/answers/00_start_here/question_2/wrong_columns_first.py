# says: what stands in a row of X
def question_2():
    return "b"

# says: what made two lines out of one
def question_2():
    return "b"

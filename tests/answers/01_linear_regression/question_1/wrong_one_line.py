# says: what would w[1] be?
def question_1():
    return "c"

# says: which cell would have to run
def question_1():
    return "c"

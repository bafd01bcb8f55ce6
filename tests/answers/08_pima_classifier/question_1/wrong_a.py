# says: Which did she use for which?
def question_1():
    return "a"

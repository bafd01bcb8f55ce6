# says: How do the hidden nodes change?
def question_1():
    return "c"

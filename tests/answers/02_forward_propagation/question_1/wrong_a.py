# says: compute the hidden nodes for [4, 6]. Are they 5 and
def question_1():
    return "a"

# says: what happened to the accuracy on unseen rows
def question_1():
    return "c"

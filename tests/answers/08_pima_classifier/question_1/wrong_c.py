# says: between epoch 30 and 150
def question_1():
    return "c"

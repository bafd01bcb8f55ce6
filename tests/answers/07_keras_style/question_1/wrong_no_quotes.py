# says: name 'b' is not defined
def question_1():
    return b

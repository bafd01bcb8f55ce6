# says: `b` without quotes is a name
def question_1():
    return b

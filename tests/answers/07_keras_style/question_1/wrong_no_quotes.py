# says: Python knows nothing called `b`
def question_1():
    return b

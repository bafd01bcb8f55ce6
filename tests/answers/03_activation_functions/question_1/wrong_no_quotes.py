# says: Python knows nothing called `c`
def question_1():
    return c

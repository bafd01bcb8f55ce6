# says: Python knows nothing called `c`
def question_2():
    return c

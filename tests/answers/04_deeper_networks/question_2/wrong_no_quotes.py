# says: Python knows nothing called `a`
def question_2():
    return a

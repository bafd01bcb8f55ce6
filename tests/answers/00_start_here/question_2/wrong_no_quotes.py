# says: name 'c' is not defined
def question_2():
    return c

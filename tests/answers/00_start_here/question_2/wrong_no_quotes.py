# says: `c` without quotes is a name
def question_2():
    return c

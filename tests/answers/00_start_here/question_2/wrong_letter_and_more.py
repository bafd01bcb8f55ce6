# says: a letter and more
def question_2():
    return "c)"

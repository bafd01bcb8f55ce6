# says: more than one letter
def question_2():
    return "c, a"

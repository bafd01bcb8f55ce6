# says: the words and not the letter
def question_2():
    return "along one straight line"

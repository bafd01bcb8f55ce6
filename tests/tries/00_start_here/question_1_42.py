def question_1():
    return 25

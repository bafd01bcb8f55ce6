def question_1():
    return "d"

def question_1():
    return "C"

def question_1():
    return "c"

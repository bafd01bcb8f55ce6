def question_1():
    return "b: 25"

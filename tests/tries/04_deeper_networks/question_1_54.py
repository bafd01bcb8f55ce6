def question_1():
    return "B"

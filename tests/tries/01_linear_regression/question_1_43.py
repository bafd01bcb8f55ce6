def question_1():
    return "they stay parallel"

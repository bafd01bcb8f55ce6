def question_1():
    return "nodes"

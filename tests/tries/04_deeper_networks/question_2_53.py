def question_2():
    return "a"

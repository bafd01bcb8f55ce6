def question_2():
    return "d"

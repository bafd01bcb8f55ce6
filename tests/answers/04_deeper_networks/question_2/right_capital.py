def question_2():
    return "A"

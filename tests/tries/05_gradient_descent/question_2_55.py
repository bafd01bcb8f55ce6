def question_2():
    return 60

def question_2():
    return "b"

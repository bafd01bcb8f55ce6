def question_2():
    return "(1000, 3)"

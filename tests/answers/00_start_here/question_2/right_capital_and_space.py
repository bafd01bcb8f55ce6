def question_2():
    return " C"

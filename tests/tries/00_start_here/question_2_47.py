def question_2():
    return ["c"]

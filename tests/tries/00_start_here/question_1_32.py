question_1 = "b"

# says: what does line 5 need


def question_1():
    return "c"

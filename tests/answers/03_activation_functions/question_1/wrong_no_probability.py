# says: try the ages 20 and 70
def question_1():
    return "a"

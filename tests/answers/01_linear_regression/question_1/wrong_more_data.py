# says: how many weights for the balance
def question_1():
    return "a"

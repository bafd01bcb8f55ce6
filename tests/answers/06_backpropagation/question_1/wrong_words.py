# says: the words and not the letter
def question_1():
    return "move line 2 to the end"

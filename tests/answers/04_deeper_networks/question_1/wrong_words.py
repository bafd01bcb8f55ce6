# says: the words and not the letter
def question_1():
    return "nodes"

# says: the words and not the letter
def question_1():
    return "the first step is 1,000 times as long"

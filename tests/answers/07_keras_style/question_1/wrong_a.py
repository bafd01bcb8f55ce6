# says: the blame of the output is large. What is it multiplied
def question_1():
    return "a"

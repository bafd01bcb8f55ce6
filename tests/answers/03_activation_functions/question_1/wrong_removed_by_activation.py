# says: with identity, what do
def question_1():
    return "b"

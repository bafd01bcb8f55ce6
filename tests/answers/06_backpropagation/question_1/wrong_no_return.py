# says: returned nothing (None)
def question_1():
    print("b")

# says: returned nothing (None)
def question_2():
    print("c")

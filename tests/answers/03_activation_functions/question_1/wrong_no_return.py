# says: returned nothing
def question_1():
    "c"

# says: remember `collapse`
def question_2():
    return "c"

# says: what does the kernel remember
def question_1():
    return "a"

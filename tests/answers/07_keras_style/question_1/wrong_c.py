# says: clipping acts on y_hat. How steep is relu at a sum of
def question_1():
    return "c"

# says: Which of them does the balance meet
def group_gap(balance, w, b):
    return w[1] - w[0]

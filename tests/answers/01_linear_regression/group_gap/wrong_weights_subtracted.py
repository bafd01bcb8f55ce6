# says: Which of them is in both
def group_gap(balance, w, b):
    return np.ones(len(balance)) * (w[1] - w[0])

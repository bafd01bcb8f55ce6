# says: `and` joins two single answers
def confusion_matrix(y, y_hat):
    m = np.zeros((2, 2), dtype=int)
    for i in (0, 1):
        for j in (0, 1):
            m[i, j] = np.sum(y == i and y_hat == j)
    return m

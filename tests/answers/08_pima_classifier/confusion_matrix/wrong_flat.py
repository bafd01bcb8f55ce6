# says: stand in one row
def confusion_matrix(y, y_hat):
    return np.array([np.sum((y == i) & (y_hat == j)) for i in (0, 1) for j in (0, 1)])

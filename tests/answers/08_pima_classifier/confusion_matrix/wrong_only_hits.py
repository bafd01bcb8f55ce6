# says: Where are the errors
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    for label in (0, 1):
        matrix[label, label] = np.sum((y == label) & (y_hat == label))
    return matrix

# says: Is [0, 0] the place of the true negatives
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    for true in (0, 1):
        for predicted in (0, 1):
            matrix[1 - predicted, 1 - true] = np.sum((y == true) & (y_hat == predicted))
    return matrix

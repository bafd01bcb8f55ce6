# says: The four numbers make more than 10.
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    for true in (0, 1):
        for predicted in (0, 1):
            matrix[true, predicted] = np.sum((y == true) | (y_hat == predicted))
    return matrix

# says: These are shares of all rows
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2))
    for true in (0, 1):
        for predicted in (0, 1):
            matrix[true, predicted] = np.mean((y == true) & (y_hat == predicted))
    return matrix

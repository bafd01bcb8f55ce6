# says: holds a negative count
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    matrix[0, 0] = np.sum(~y & ~y_hat)
    matrix[0, 1] = np.sum(~y & y_hat)
    matrix[1, 0] = np.sum(y & ~y_hat)
    matrix[1, 1] = np.sum(y & y_hat)
    return matrix

# says: together, and there are 10 rows
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    matrix[0, 0] = np.sum((y == 0) & (y_hat == 0))
    matrix[0, 1] = np.sum((y == 0) & (y_hat == 1))
    matrix[1, 0] = np.sum((y == 1) & (y_hat == 0))
    matrix[1, 0] = np.sum((y == 1) & (y_hat == 1))
    return matrix

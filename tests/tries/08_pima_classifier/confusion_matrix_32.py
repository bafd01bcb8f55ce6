def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2))
    matrix[y, y_hat] += 1
    return matrix

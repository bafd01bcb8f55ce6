def confusion_matrix(y, y_hat):
    matrix = np.zeros(2, 2)
    for i in range(len(y)):
        matrix[y[i], y_hat[i]] += 1
    return matrix

# says: Every count is 1
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    for true, predicted in zip(y, y_hat):
        matrix[int(true), int(predicted)] = 1
    return matrix

# says: Every true class met every prediction
def confusion_matrix(y, y_hat):
    matrix = np.zeros((2, 2), dtype=int)
    for true in y:
        for predicted in y_hat:
            matrix[int(true), int(predicted)] += 1
    return matrix

def precision(y, y_hat):
    matrix = clinic.confusion_matrix(y, y_hat)
    positives = matrix[0, 1] + matrix[1, 1]
    return matrix[1, 1] / positives if positives > 0 else 0.0


def recall(y, y_hat):
    matrix = clinic.confusion_matrix(y, y_hat)
    ill = matrix[1, 0] + matrix[1, 1]
    return matrix[1, 1] / ill if ill > 0 else 0.0

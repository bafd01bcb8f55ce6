def precision(y, y_hat):
    return TP / (TP + FP)


def recall(y, y_hat):
    return TP / (TP + FN)

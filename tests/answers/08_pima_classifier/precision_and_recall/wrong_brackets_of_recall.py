# says: Which brackets does the fraction need
def precision(y, y_hat):
    ((tn, fp), (fn, tp)) = clinic.confusion_matrix(y, y_hat)
    if tp + fp == 0:
        return 0.0
    return tp / (tp + fp)


def recall(y, y_hat):
    ((tn, fp), (fn, tp)) = clinic.confusion_matrix(y, y_hat)
    if tp + fn == 0:
        return 0.0
    return tp / tp + fn

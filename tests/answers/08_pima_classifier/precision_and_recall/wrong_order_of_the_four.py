# says: The four cases seem to be in another order
def precision(y, y_hat):
    ((tn, fp), (fn, tp)) = clinic.confusion_matrix(y, y_hat)
    if tp + fp == 0:
        return 0.0
    return tn / (tn + fp)


def recall(y, y_hat):
    ((tn, fp), (fn, tp)) = clinic.confusion_matrix(y, y_hat)
    if tp + fn == 0:
        return 0.0
    return tn / (tn + fn)

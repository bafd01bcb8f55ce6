# says: as if a whole row or column
def precision(y, y_hat):
    fp, tp = clinic.confusion_matrix(y, y_hat)
    return tp / (tp + fp)


def recall(y, y_hat):
    fn, tp = clinic.confusion_matrix(y, y_hat)
    return tp / (tp + fn)

# says: divides by 0 before it asks
def precision(y, y_hat):
    ((tn, fp), (fn, tp)) = clinic.confusion_matrix(y, y_hat)
    return np.nan_to_num(tp / (tp + fp))


def recall(y, y_hat):
    ((tn, fp), (fn, tp)) = clinic.confusion_matrix(y, y_hat)
    return np.nan_to_num(tp / (tp + fn))

# says: Nobody is called ill in vain
def precision(y, y_hat):
    m = clinic.confusion_matrix(y, y_hat)
    if m[0, 1] == 0:
        return 0.0
    return m[1, 1] / (m[1, 1] + m[0, 1])


def recall(y, y_hat):
    m = clinic.confusion_matrix(y, y_hat)
    if m[1, 1] == 0:
        return 0.0
    return m[1, 1] / (m[1, 1] + m[1, 0])

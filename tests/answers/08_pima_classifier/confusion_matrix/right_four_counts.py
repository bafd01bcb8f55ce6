def confusion_matrix(y, y_hat):
    tn = np.sum((y == 0) & (y_hat == 0))
    fp = np.sum((y == 0) & (y_hat == 1))
    fn = np.sum((y == 1) & (y_hat == 0))
    tp = np.sum((y == 1) & (y_hat == 1))
    return np.array([[tn, fp], [fn, tp]])

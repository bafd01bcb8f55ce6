# says: That is the last row alone
def predict_linear(X, w, b):
    for row in X:
        y_hat = np.sum(row * w) + b
    return y_hat

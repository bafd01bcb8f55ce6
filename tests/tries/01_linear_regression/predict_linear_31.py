def predict_linear(X, w, b):
    y_hat = []
    for row in X:
        y_hat[row] = np.sum(row * w) + b
    return y_hat

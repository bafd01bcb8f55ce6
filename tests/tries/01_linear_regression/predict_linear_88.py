def predict_linear(X, w, b):
    y_hat = b
    for i in range(len(w)):
        y_hat = y_hat + w[i] * X[:, i]
    return y_hat

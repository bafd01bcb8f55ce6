def predict_linear(X, w, b):
    return w0 * X[:, 0] + w1 * X[:, 1] + b

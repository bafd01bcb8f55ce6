def predict_linear(X, w, b):
    return w_0 * X[:, 0] + w_1 * X[:, 1] + b

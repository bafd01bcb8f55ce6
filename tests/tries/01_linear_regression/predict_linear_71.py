def predict_linear(X, w, b):
    X[:, 0] = X[:, 0] * w[0]
    X[:, 1] = X[:, 1] * w[1]
    return X[:, 0] + X[:, 1] + b

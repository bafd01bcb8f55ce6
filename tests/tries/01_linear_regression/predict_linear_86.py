def predict_linear(X, w, b):
    return b + X @ w

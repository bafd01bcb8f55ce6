def predict_linear(X, w, b):
    return X @ w - b

def predict_linear(X, w, b):
    return X.T @ w + b

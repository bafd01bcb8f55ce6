def predict_linear(X, w, b):
    return w @ X.T + b

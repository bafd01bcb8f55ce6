def predict_linear(X, w, b):
    return w[0] * X[0] + w[1] * X[1] + b

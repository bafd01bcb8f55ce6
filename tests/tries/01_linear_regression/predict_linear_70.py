def predict_linear(X, w, b):
    y-hat = X @ w + b
    return y-hat

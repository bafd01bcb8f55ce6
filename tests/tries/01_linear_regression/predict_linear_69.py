def predict_linear(X, w, b):
    ŷ = X @ w + b
    return ŷ

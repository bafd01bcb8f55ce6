def predict_linear(X, w, b):
    return X.dot(w) + b

def predict_linear(X, w, b):
    return np.dot(X, w) + b

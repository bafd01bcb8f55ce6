def predict_linear(X, w, b):
    return np.sum(X * w, axis=0) + b

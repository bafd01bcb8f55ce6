def predict_linear(X, w, b):
    return np.sum(X * w + b, axis=1)

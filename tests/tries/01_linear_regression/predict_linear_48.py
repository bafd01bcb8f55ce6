def predict_linear(X, w, b):
    for row in X:
        return np.sum(row * w) + b

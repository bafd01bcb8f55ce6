def predict_linear(X, w, b):
    return b + np.dot(X, w)

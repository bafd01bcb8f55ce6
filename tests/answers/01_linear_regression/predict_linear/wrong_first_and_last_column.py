# says: Are `w` and `b` used
def predict_linear(X, w, b):
    return X[:, 0] * w[0] + X[:, -1] * w[-1] + b

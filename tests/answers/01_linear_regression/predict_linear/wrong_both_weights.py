# says: Each number met both weights
def predict_linear(X, w, b):
    return w[0] * X + w[1] * X + b

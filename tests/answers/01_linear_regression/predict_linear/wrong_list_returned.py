# says: but is of type list
def predict_linear(X, w, b):
    return [np.sum(row * w) + b for row in X]

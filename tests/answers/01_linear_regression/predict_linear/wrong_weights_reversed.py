# says: The weights changed places
def predict_linear(X, w, b):
    return X @ w[::-1] + b

# says: The bias is missing
def predict_linear(X, w, b):
    return X @ w

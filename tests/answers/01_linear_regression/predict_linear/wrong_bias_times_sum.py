# says: The sums were multiplied by the bias.
def predict_linear(X, w, b):
    return (X @ w) * b

# says: One number came out for all customers
def predict_linear(X, w, b):
    return np.sum(X * w) + b

# says: changes the data that it was given
def predict_linear(X, w, b):
    X *= w
    return X.sum(axis=1) + b

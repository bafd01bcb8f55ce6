def predict_linear(X, w, b):
    y_hat = []
    for row in X:
        y_hat.append(np.sum(row * w) + b)
    return np.array(y_hat)

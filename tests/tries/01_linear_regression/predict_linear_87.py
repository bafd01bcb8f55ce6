def predict_linear(X, w, b):
    y_hat = np.zeros(len(X))
    for i in range(len(X)):
        y_hat[i] = X[i] @ w + b
    return y_hat

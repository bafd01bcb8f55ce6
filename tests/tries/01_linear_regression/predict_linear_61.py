def predict_linear(X, w, b):
    y_hat = []
    for column in X:
        y_hat.append(column @ w)
    return np.array(y_hat) + b[0]

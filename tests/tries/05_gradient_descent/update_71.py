def update(w, gradient, lr):
    return w - lr * toolbox.slope(X_one, transactions, w)

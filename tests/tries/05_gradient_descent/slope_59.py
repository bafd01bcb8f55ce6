def slope(X, y, w):
    errors = X @ w - y
    return X.T @ errors / len(y)

def slope(X, y, w):
    errors = Xw - y
    return 2 / len(y) * (X.T @ errors)

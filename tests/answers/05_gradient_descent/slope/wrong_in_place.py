# says: changes the data that it was given


def slope(X, y, w):
    y -= X @ w
    return -2 / len(y) * (X.T @ y)

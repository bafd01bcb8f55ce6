# says: cannot be paired up number by number


def slope(X, y, w):
    return 2 / len(y) * (X.T @ (w * X - y))

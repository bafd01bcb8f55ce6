# says: `w * X` gives a table of products.


def slope(X, y, w):
    return 2 / len(y) * (X.T @ (w * X - y))

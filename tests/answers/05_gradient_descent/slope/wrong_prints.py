# says: returned nothing (None)


def slope(X, y, w):
    print(2 / len(y) * (X.T @ (X @ w - y)))

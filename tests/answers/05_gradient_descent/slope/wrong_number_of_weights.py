# says: The sums were divided by 3. Is that the number of rows here?


def slope(X, y, w):
    return 2 / len(w) * (X.T @ (X @ w - y))

# says: Where does X come in?


def slope(X, y, w):
    return 2 * np.mean(X @ w - y)

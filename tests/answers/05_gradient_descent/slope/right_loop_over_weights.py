def slope(X, y, w):
    errors = X @ w - y
    slopes = []
    for column in X.T:
        slopes.append(2 * np.mean(errors * column))
    return np.array(slopes)

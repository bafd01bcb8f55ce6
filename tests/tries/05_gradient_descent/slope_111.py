def slope(X, y, w):
    errors = X @ w - y
    slopes = []
    for j in range(len(w)):
        slopes.append(2 / len(y) * np.sum(X[j] * errors))
    return np.array(slopes)

def slope(X, y, w):
    errors = X @ w - y
    result = []
    for j in range(X.shape[1]):
        result.append(2 * np.mean(errors * X[:, j]))
    return np.array(result)

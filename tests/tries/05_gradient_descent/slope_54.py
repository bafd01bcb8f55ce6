def slope(X, y, w):
    n = len(y)
    g = np.zeros(len(w))
    for i in range(n):
        error = np.sum(X[i] * w) - y[i]
        for j in range(len(w)):
            g[j] += 2 / n * error * X[i, j]
    return g

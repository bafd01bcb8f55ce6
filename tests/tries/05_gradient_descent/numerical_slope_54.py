def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        up = np.array(w, dtype=float)
        down = np.array(w, dtype=float)
        up[i] += h
        down[i] -= h
        slopes[i] = (cost(up) - cost(down)) / 2 / h
    return slopes

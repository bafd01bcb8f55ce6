def numerical_slope(cost, w, h=1e-5):
    slopes = np.array([])
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = h
        np.append(slopes, (cost(w + step) - cost(w - step)) / (2 * h))
    return slopes

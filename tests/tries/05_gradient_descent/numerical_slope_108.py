def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(w)
    for i in range(len(w)):
        step = np.zeros(w)
        step[i] = h
        slopes[i] = (cost(w + step) - cost(w - step)) / (2 * h)
    return slopes

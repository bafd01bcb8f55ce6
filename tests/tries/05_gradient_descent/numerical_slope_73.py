def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = h
        slopes[i] = (cost(w + step) - cost(w - step)) / (2h)
    return slopes

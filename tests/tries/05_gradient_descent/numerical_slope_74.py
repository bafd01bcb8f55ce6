def numerical_slope(cost, w, h=1e-5):
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = h
        slope = (cost(w + step) - cost(w - step)) / (2 * h)
    return slope

def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = h
        w = w + step
        up = cost(w)
        w = w - step
        down = cost(w)
        slopes[i] = (up - down) / (2 * h)
    return slopes

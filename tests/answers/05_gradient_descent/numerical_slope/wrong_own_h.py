# says: Did you use h everywhere


def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = 0.1
        slopes[i] = (cost(w + step) - cost(w - step)) / 0.2
    return slopes

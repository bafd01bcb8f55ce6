# says: changes the data that it was given


def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        w[i] += h
        right = cost(w)
        w[i] -= 2 * h
        slopes[i] = (right - cost(w)) / (2 * h)
    return slopes

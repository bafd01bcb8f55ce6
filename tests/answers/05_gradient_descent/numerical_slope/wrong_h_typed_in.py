# says: Did you use h everywhere


def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = 1e-5
        slopes.append((cost(w + step) - cost(w - step)) / (2 * 1e-5))
    return np.array(slopes)

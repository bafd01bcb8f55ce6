# says: The step along weight 0 is still there when weight 1 steps.


def numerical_slope(cost, w, h=1e-5):
    slopes = []
    step = np.zeros(len(w))
    for i in range(len(w)):
        step[i] = h
        slopes.append((cost(w + step) - cost(w - step)) / (2 * h))
    return np.array(slopes)

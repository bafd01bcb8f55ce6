# says: What becomes of h in it?


def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        step = np.zeros_like(w)
        step[i] = h
        slopes.append((cost(w + step) - cost(w - step)) / (2 * h))
    return np.array(slopes)

# says: `tiny` belongs to the notebook


tiny = 0.01


def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = tiny
        slopes.append((cost(w + step) - cost(w - step)) / (2 * tiny))
    return np.array(slopes)

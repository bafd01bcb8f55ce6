# says: The steps have the length 1
def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = 1
        slopes.append((cost(w + step) - cost(w - step)) / (2 * h))
    return np.array(slopes)

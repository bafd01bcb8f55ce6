def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        step = np.zeros(len(w))
        step[i] = h
        slopes.append((cost(w) + step - cost(w) - step) / (2 * h))
    return np.array(slopes)

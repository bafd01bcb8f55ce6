def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        up = w.copy()
        down = w.copy()
        up[i] = up[i] + h
        down[i] = down[i] - h
        slopes.append((cost(up) - cost(down)) / (2 * h))
    return np.array(slopes)

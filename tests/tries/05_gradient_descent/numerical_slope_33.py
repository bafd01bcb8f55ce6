def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for step in h * np.eye(len(w)):
        slopes.append((cost(w + step) - cost(w - step)) / 2 * h)
    return np.array(slopes)

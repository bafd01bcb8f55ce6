def numerical_slope(cost, w, h=1e-5):
    return np.array([(cost(w + h * row) - cost(w - h * row)) / (2 * h) for row in np.eye(len(w))])

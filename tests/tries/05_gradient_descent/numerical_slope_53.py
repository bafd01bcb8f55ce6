def numerical_slope(cost, w, h=1e-5):
    return np.array([(cost(w + h * e) - cost(w - h * e)) / (2 * h) for e in np.eye(len(w))])

def numerical_slope(cost, w, h=1e-5):
    return (cost(w + h) - cost(w - h)) / (2 * h)

def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        slopes[i] = (cost(w[i] + h) - cost(w[i] - h)) / (2 * h)
    return slopes

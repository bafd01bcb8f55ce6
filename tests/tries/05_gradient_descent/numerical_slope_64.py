def numerical_slope(cost, w, h=1e-5):
    slopes = np.zeros(len(w))
    for i in range(len(w)):
        w[i] += h
        up = cost(w)
        w[i] -= 2 * h
        down = cost(w)
        slopes[i] = (up - down) / (2 * h)
    return slopes

def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        slopes.append((cost(w[i] + h) - cost(w[i] - h)) / (2 * h))
    return np.array(slopes)

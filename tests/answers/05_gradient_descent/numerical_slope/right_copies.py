def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        right, left = w.astype(float), w.astype(float)
        right[i] += h
        left[i] -= h
        slopes.append((cost(right) - cost(left)) / (2 * h))
    return np.array(slopes)

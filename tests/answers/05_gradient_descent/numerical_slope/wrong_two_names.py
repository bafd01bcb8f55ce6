# says: Both costs were taken at the same place.
def numerical_slope(cost, w, h=1e-5):
    slopes = []
    for i in range(len(w)):
        w_right = w
        w_right[i] = w_right[i] + h
        w_left = w
        w_left[i] = w_left[i] - h
        slopes.append((cost(w_right) - cost(w_left)) / (2 * h))
    return np.array(slopes)

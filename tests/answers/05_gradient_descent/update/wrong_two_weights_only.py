# says: Does it work for any number of weights


def update(w, gradient, lr):
    return np.array([w[0] - lr * gradient[0], w[1] - lr * gradient[1]])

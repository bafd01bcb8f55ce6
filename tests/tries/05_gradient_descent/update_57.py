def update(w, gradient, lr):
    return w - 0.02 * gradient

# says: A step with lr = 0.02 was made.
def update(w, gradient, lr):
    return w - 0.02 * gradient

# says: That is the step alone.


def update(w, gradient, lr):
    return -lr * gradient

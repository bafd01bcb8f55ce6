# says: That is the step alone, lr times the slope.


def update(w, gradient, lr):
    return lr * gradient

# says: That is a step uphill.


def update(w, gradient, lr):
    return w + lr * gradient

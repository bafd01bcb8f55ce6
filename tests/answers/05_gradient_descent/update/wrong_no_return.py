# says: returned nothing (None)


def update(w, gradient, lr):
    w = w - lr * gradient

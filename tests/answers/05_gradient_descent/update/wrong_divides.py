# says: The slope was divided by lr.


def update(w, gradient, lr):
    return w - gradient / lr

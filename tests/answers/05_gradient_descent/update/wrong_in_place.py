# says: changes the data that it was given


def update(w, gradient, lr):
    w -= lr * gradient
    return w

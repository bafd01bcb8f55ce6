# says: The sign is reversed.
def update(w, gradient, lr):
    return lr * gradient - w

# says: These are the old weights.
def update(w, gradient, lr):
    w_new = w - lr * gradient  # noqa: F841
    return w

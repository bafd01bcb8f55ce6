# says: Both weights moved by the slope of the first.
def update(w, gradient, lr):
    return w - lr * gradient[0]

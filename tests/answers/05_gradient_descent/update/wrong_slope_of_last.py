# says: Both weights moved by the slope of the last.
def update(w, gradient, lr):
    return w - lr * gradient[-1]

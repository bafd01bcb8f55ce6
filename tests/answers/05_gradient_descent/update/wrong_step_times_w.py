# says: The step was multiplied by the weight, too.
def update(w, gradient, lr):
    return w - lr * gradient * w

# says: Work it out by hand for the first weight
def update(w, gradient, lr):
    return w - lr * gradient**2

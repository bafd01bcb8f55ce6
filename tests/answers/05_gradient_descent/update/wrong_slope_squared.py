# says: Work it out by hand for each weight
def update(w, gradient, lr):
    return w - lr * gradient**2

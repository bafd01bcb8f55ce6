# says: Both weights became smaller.
def update(w, gradient, lr):
    return w - lr * np.abs(gradient)

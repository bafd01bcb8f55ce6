# says: Both weights moved by the same amount.


def update(w, gradient, lr):
    return w - lr * np.sum(gradient)

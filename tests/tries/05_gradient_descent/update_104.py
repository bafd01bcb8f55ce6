def update(w, gradient, lr):
    return lr * (w - gradient)

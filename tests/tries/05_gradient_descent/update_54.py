def update(w, gradient, lr):
    w = w - gradient * lr
    return w

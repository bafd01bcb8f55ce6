def update(w, gradient, lr):
    return w - gradient / lr

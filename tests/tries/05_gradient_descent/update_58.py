def update(w, gradient, lr):
    return lr * gradient

def update(w, gradient, lr):
    return w - (-lr * gradient)

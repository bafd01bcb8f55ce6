def update(w, gradient, lr):
    w -= lr * gradient
    return w

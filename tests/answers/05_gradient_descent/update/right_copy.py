def update(w, gradient, lr):
    new = w.copy()
    new -= lr * gradient
    return new

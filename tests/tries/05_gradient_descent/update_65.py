def update(w, gradient, lr):
    return w - lr * gradient[0]

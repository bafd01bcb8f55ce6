def update(w, gradient, lr):
    if gradient > 0:
        return w - lr * gradient
    else:
        return w + lr * gradient

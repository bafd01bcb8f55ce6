def update(w, gradient, lr):
    step = lr * gradient
    w_new = w - step
    return step

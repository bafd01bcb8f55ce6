def update(w, gradient, lr):
    w_new = w - lr * gradient
    return w, w_new

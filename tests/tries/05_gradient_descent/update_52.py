def update(w, gradient, lr):
    w_new = w.copy()
    w_new = w_new - lr * gradient
    return w_new

def update(w, gradient, lr):
    for i in range(len(w)):
        w_new = w[i] - lr * gradient[i]
    return w_new

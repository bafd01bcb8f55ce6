def update(w, gradient, lr):
    w_new = w
    for i in range(len(w)):
        w_new[i] = w[i] - lr * gradient[i]
    return w_new

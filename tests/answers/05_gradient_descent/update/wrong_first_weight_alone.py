# says: Where are the others computed?


def update(w, gradient, lr):
    return w[0] - lr * gradient[0]

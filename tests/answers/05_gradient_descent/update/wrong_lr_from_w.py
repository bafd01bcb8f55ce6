# says: To what does lr belong?


def update(w, gradient, lr):
    return (w - lr) * gradient

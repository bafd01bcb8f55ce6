# says: no line of your function uses its input `gradient`


def update(w, gradient, lr):
    return w - lr * slope

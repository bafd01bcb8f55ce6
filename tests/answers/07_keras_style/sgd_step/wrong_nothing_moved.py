# says: Nothing has moved
def sgd_step(parameters, gradients, lr):
    moved = []
    for w, gradient in zip(parameters, gradients):
        new = w - lr * gradient
        moved.append(w)
    return moved

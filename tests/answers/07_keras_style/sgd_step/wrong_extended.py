# says: as one thing
def sgd_step(parameters, gradients, lr):
    moved = []
    for w, gradient in zip(parameters, gradients):
        moved.extend(w - lr * gradient)
    return moved

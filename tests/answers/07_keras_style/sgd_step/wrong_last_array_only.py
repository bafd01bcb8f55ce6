# says: returned one array, but there are two
def sgd_step(parameters, gradients, lr):
    moved = []
    for w, gradient in zip(parameters, gradients):
        moved = w - lr * gradient
    return moved

# says: each of the two parameters with each of the two slopes
def sgd_step(parameters, gradients, lr):
    moved = []
    for w in parameters:
        for gradient in gradients:
            moved.append(w - lr * gradient)
    return moved

# says: moved the first array and stopped
def sgd_step(parameters, gradients, lr):
    moved = []
    for w, gradient in zip(parameters, gradients):
        moved.append(w - lr * gradient)
        return moved

def sgd_step(parameters, gradients, lr):
    moved = []
    for k in range(len(parameters)):
        moved.append(parameters[k] - lr * gradients[k])
    return moved

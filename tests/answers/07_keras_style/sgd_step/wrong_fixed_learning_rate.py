# says: That is a step with the learning rate of the first call.
def sgd_step(parameters, gradients, lr):
    moved = []
    for k in range(len(parameters)):
        moved.append(parameters[k] - 0.1 * gradients[k])
    return moved

# says: The old weights are multiplied by the learning rate, too
def sgd_step(parameters, gradients, lr):
    new = []
    for p, g in zip(parameters, gradients):
        new.append((p - g) * lr)
    return new

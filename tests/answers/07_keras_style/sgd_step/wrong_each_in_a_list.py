# says: stands alone in a list of its own
def sgd_step(parameters, gradients, lr):
    new = []
    for p, g in zip(parameters, gradients):
        new.append([p - lr * g])
    return new

# says: Parameter and slope have changed places
def sgd_step(parameters, gradients, lr):
    new = []
    for g, p in zip(parameters, gradients):
        new.append(p - lr * g)
    return new

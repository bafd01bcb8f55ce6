# says: returned the last of the two arrays alone
def sgd_step(parameters, gradients, lr):
    for p, g in zip(parameters, gradients):
        new = []
        new.append(p - lr * g)
    return new

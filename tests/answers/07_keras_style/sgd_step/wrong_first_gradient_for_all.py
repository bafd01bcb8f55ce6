# says: It has an axis too many.
def sgd_step(parameters, gradients, lr):
    return [w - lr * gradients[0] for w in parameters]

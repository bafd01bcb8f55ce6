# says: should have shape (2,), but has shape (3, 2)
def sgd_step(parameters, gradients, lr):
    return [w - lr * gradients[0] for w in parameters]

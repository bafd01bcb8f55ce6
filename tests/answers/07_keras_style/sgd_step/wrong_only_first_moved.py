# says: It has not moved.
def sgd_step(parameters, gradients, lr):
    return [parameters[0] - lr * gradients[0]] + parameters[1:]

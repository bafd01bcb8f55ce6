# says: should return 2 things
def sgd_step(parameters, gradients, lr):
    return [parameters[0] - lr * gradients[0]]

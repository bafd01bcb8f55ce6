# says: Did every array move?
def sgd_step(parameters, gradients, lr):
    return [parameters[0] - lr * gradients[0]] + parameters[1:]

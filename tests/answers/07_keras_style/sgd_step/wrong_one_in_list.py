# says: moved the first array and stopped
def sgd_step(parameters, gradients, lr):
    return [parameters[0] - lr * gradients[0]]

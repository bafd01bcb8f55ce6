# says: multiply sequence by non-int
def sgd_step(parameters, gradients, lr):
    return parameters - lr * gradients

# says: It is a table, and a vector is asked for.
def sgd_step(parameters, gradients, lr):
    return [w - lr * gradients[0] for w in parameters]

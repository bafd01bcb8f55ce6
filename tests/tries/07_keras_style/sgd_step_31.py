def sgd_step(parameters, gradients, lr):
    new = []
    for i in range(parameters):
        new.append(parameters[i] - lr * gradients[i])
    return new

def sgd_step(parameters, gradients, lr):
    return tuple(w + (-lr) * slope for w, slope in zip(parameters, gradients))

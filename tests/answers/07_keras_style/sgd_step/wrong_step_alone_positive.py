# says: the step alone
def sgd_step(parameters, gradients, lr):
    return [lr * gradient for w, gradient in zip(parameters, gradients, strict=True)]

# says: uphill
def sgd_step(parameters, gradients, lr):
    return [w + lr * gradient for w, gradient in zip(parameters, gradients, strict=True)]

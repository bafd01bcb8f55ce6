# says: Where is the learning rate?
def sgd_step(parameters, gradients, lr):
    return [w - gradient for w, gradient in zip(parameters, gradients, strict=True)]

# says: returned nothing
def sgd_step(parameters, gradients, lr):
    moved = [w - lr * gradient for w, gradient in zip(parameters, gradients, strict=True)]

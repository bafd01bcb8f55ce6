# says: should return 2 things
def sgd_step(parameters, gradients, lr):
    for w, gradient in zip(parameters, gradients):
        return w - lr * gradient

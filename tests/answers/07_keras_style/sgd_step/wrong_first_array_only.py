# says: returned one array, but there are two
def sgd_step(parameters, gradients, lr):
    for w, gradient in zip(parameters, gradients):
        return w - lr * gradient

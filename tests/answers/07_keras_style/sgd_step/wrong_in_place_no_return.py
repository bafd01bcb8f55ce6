# says: returned nothing
def sgd_step(parameters, gradients, lr):
    for w, gradient in zip(parameters, gradients):
        w -= lr * gradient

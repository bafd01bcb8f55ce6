# says: returned what `zip` made, whole
def sgd_step(parameters, gradients, lr):
    new = []
    new.append(zip(parameters, gradients))
    return new

def sgd_step(parameters, gradients, lr):
    moved = []
    for k in range(len(parameters)):
        step = np.multiply(lr, gradients[k])
        moved.append(np.subtract(parameters[k], step))
    return moved

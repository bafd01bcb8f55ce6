def sgd_step(parameters, gradients, lr):
    """Return the parameters after one step of gradient descent.

    Parameters
    ----------
    parameters : list of arrays
        The weights and biases, of any shapes.
    gradients : list of arrays
        The slope of the loss along each of them, in the same order and shapes.
    lr : float
        The learning rate.

    Returns
    -------
    list of arrays
        For parameters = [w] with w = [1, 2], gradients = [g] with g = [10, -10] and lr = 0.1,
        the one array in the list is [0, 3].
    """
    new = []
    for p, g in zip(parameters, gradients):
        new.extend(p - lr * g)
    return new

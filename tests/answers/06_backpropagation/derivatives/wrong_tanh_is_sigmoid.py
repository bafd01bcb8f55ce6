# says: That is the slope of the sigmoid.


def relu_derivative(z):
    return np.where(z > 0, 1, 0)


def tanh_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))


def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))

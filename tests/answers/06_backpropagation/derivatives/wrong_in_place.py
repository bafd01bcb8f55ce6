# says: changes the data that it was given


def relu_derivative(z):
    z[z > 0] = 1
    z[z < 0] = 0
    return z


def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2


def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))

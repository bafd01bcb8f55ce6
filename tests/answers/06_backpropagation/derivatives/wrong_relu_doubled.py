# says: That is twice too large. How much does relu rise


def relu_derivative(z):
    return np.where(z > 0, 2, 0)


def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2


def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))

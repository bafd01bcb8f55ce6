# says: should be an array of shape (3,)


def relu_derivative(z):
    return 1.0 if np.max(z) > 0 else 0.0


def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2


def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))

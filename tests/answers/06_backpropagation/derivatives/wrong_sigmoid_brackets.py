# says: Which brackets does s (1 - s) need?


def relu_derivative(z):
    return np.where(np.asarray(z) > 0, 1.0, 0.0)


def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2


def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * 1 - toolbox.sigmoid(z)

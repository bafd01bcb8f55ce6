def relu_derivative(z):
    return (np.asarray(z) > 0).astype(float)


def tanh_derivative(z):
    return 1 / np.cosh(z) ** 2


def sigmoid_derivative(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2

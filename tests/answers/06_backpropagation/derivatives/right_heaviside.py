def relu_derivative(z):
    return np.heaviside(z, 0.0)


def tanh_derivative(z):
    a = np.tanh(z)
    return (1 - a) * (1 + a)


def sigmoid_derivative(z):
    s = toolbox.sigmoid(z)
    return s - s**2

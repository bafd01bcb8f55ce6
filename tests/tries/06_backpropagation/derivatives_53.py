def relu_derivative(z):
    return np.heaviside(z, 0)

def tanh_derivative(z):
    return 1 / np.cosh(z) ** 2

def sigmoid_derivative(z):
    return toolbox.sigmoid(z) - toolbox.sigmoid(z) ** 2

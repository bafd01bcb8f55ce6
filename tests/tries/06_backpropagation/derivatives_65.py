def relu_derivative(z):
    return z > 0

def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2

def sigmoid_derivative(z):
    s = toolbox.sigmoid(z)
    return s * (1 - s)

def relu_derivative(z):
    z[z > 0] = 1
    z[z <= 0] = 0
    return z

def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2

def sigmoid_derivative(z):
    s = toolbox.sigmoid(z)
    return s * (1 - s)

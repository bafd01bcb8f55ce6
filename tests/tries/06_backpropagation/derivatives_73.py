def relu_derivative(z):
    return np.where(z > 0, one, other)

def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2

def sigmoid_derivative(z):
    s = toolbox.sigmoid(z)
    return s * (1 - s)

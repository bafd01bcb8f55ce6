def relu_derivative(z):
    return np.where(z > 0, 1, 0)

def tanh_derivative(z):
    return 1 - toolbox.tanh ** 2

def sigmoid_derivative(z):
    s = toolbox.sigmoid
    return s * (1 - s)

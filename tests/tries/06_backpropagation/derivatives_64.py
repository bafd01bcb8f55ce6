def relu_derivative(z):
    return np.where(z > 0, 1, 0)

def tanh_derivative(z):
    return 1 - tanh(z) ** 2

def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)

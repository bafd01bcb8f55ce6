def relu_derivative(z):
    for number in z:
        if number > 0:
            return 1
        return 0

def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2

def sigmoid_derivative(z):
    s = toolbox.sigmoid(z)
    return s * (1 - s)

# says: Where is relu flat, and how steep is it elsewhere?
def relu_derivative(z):
    return np.maximum(1, z)


def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2


def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))

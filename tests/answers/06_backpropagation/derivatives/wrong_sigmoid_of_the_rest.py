# says: The sigmoid was taken of 1 - s.
def relu_derivative(z):
    return np.where(z > 0, 1, 0)

def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2

def sigmoid_derivative(z):
    return toolbox.sigmoid(1 - toolbox.sigmoid(z))

def relu_derivative(z):
    return (np.array(z) > 0).astype(float)

def tanh_derivative(z):
    return 1 - np.square(toolbox.tanh(z))

def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * (1 - toolbox.sigmoid(z))

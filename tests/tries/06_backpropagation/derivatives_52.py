def relu_derivative(z):
    return (z > 0) * 1.0

def tanh_derivative(z):
    t = np.tanh(z)
    return 1 - t * t

def sigmoid_derivative(z):
    return toolbox.sigmoid(z) * toolbox.sigmoid(-z)

def sigmoid(z):
    return toolbox.tanh(z)

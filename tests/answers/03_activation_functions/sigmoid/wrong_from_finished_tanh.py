# says: toolbox.tanh is a finished copy
def sigmoid(z):
    return (1 + toolbox.tanh(z / 2)) / 2

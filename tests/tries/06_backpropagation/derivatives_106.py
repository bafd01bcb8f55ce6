def relu_derivative(z):
    result = []
    for i in range(len(z)):
        if z[i] > 0:
            result.append(1)
        else:
            result.append(0)
    return np.array(result)

def tanh_derivative(z):
    return 1 - toolbox.tanh(z) ** 2

def sigmoid_derivative(z):
    s = toolbox.sigmoid(z)
    return s * (1 - s)

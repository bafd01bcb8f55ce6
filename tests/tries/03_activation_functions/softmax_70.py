def softmax(z):
    powers = np.exp(z - z[0])
    return powers / np.sum(powers, axis=-1, keepdims=True)

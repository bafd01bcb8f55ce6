class Dense:
    def __init__(self, units, activation="linear"):
        self.units = units
        self.activation, self.derivative = keras_parts.ACTIVATIONS[activation]

    def set_weights(self, weights):
        self.W, self.b = weights

    def forward(self, X):
        self.X = np.asarray(X)
        self.Z = X @ self.W + self.b
        A = self.activation(self.Z)
        return A

    def backward(self, dA):
        dZ = np.multiply(self.derivative(self.Z), dA)
        self.dW, self.db, dX = toolbox.backward_layer(dZ, self.X, self.W)
        return dX

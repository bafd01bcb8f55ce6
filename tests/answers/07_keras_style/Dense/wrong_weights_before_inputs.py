# says: In which order does it take its arguments
class Dense:
    def __init__(self, units, activation="linear"):
        self.units = units
        self.activation, self.derivative = keras_parts.ACTIVATIONS[activation]

    def set_weights(self, weights):
        self.W, self.b = weights

    def forward(self, X):
        self.X = X
        self.Z = X @ self.W + self.b
        return self.activation(self.Z)

    def backward(self, dA):
        dZ = dA * self.derivative(self.Z)
        self.dW, self.db, dX = toolbox.backward_layer(dZ, self.W, self.X)
        return dX

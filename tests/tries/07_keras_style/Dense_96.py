class Dense:
    """A layer in which every node sees every input.

    Parameters
    ----------
    units : int
        How many nodes the layer has.
    activation : str
        "linear", "relu", "tanh" or "sigmoid".
    """

    def __init__(self, units, activation="linear"):
        self.units = units
        self.activation, self.derivative = keras_parts.ACTIVATIONS[activation]

    def set_weights(self, weights):
        """Take over W, shape (n_inputs, units), and b, shape (units,)."""
        self.W, self.b = weights

    def forward(self, X):
        """Return the outputs of the layer; keep X and the sums Z in self.X and self.Z.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
            One row for each observation.

        Returns
        -------
        array of shape (n, units)
            For X = [[2, 3]], W = [[1, -1], [1, 1]], b = [0, 0] and relu this is [[5, 1]].
        """
        self.X = X
        self.Z = X @ self.W + self.b
        return self.activation(self.Z)

    def backward(self, dA):
        """Return the blame of the inputs; keep the slopes in self.dW and self.db.

        Parameters
        ----------
        dA : array of shape (n, units)
            The blame of the outputs that `forward` returned last.

        Returns
        -------
        array of shape (n, n_inputs)
            After the example above, dA = [[1, 10]] gives [[-9, 11]].
        """
        dZ = dA * self.derivative(self.Z)
        self.dW, self.db, dX = toolbox.backward_layer(dZ, self)
        return dX

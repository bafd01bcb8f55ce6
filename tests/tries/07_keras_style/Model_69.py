class Model:
    """Layers in a row that predict, and a loss that judges them.

    Parameters
    ----------
    n_inputs : int
        How many features a row has.
    seed : int
        Fixes the first weights.
    """

    def __init__(self, n_inputs, seed=0):
        self.layers = []
        self.n_outputs = n_inputs  # how many numbers the next layer will receive
        self.rng = np.random.default_rng(seed)

    def add(self, layer):
        """Build the layer and put it at the end of the stack."""
        layer.build(self.n_outputs, np.random.default_rng(0))
        self.layers.append(layer)
        self.n_outputs = layer.units

    def compile(self, optimizer, loss):
        """Keep the optimizer, and the loss of this name with its gradient.

        Parameters
        ----------
        optimizer : object
            Such as keras_parts.SGD(0.01).
        loss : str
            "binary_crossentropy" or "mean_squared_error".
        """
        self.optimizer = optimizer
        self.loss, self.loss_gradient = keras_parts.LOSSES[loss]

    def predict(self, X):
        """Return the outputs of the last layer, shape (n, units of the last layer)."""
        for layer in self.layers:
            X = layer.forward(X)
        return X

    def evaluate(self, X, y):
        """Return two numbers, the loss and the accuracy, for X and y of shape (n, 1)."""
        y_hat = self.predict(X)
        return self.loss(y, y_hat), keras_parts.binary_accuracy(y, y_hat)

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
        layer.build(self.n_outputs, self.rng)
        self.layers.add(layer)
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
        # Write your code here, then delete the line below.
        raise NotImplementedError("Not written yet: replace this line with your answer.")

    def predict(self, X):
        """Return the outputs of the last layer, shape (n, units of the last layer)."""
        # Write your code here, then delete the line below.
        raise NotImplementedError("Not written yet: replace this line with your answer.")

    def evaluate(self, X, y):
        """Return two numbers, the loss and the accuracy, for X and y of shape (n, 1)."""
        # Write your code here, then delete the line below.
        raise NotImplementedError("Not written yet: replace this line with your answer.")

# says: `layer` is a Dense and has no method `predict`
class Model:
    def __init__(self, n_inputs, seed=0):
        self.layers = []
        self.n_outputs = n_inputs  # how many numbers the next layer will receive
        self.rng = np.random.default_rng(seed)

    def add(self, layer):
        layer.build(self.n_outputs, self.rng)
        self.layers.append(layer)
        self.n_outputs = layer.units

    def compile(self, optimizer, loss):
        self.optimizer = optimizer
        self.loss, self.loss_gradient = keras_parts.LOSSES[loss]

    def predict(self, X):
        for layer in self.layers:
            X = layer.predict(X)
        return X

    def evaluate(self, X, y):
        y_hat = self.predict(X)
        return self.loss(y, y_hat), keras_parts.binary_accuracy(y, y_hat)

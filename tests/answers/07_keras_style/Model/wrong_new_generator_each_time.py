# says: Two layers of one model began with the same weights.
class Model:
    def __init__(self, n_inputs, seed=0):
        self.layers = []
        self.n_outputs = n_inputs  # how many numbers the next layer will receive
        self.rng = np.random.default_rng(seed)

    def add(self, layer):
        layer.build(self.n_outputs, np.random.default_rng(0))
        self.layers.append(layer)
        self.n_outputs = layer.units

    def compile(self, optimizer, loss):
        self.optimizer = optimizer
        pair = keras_parts.LOSSES[loss]
        self.loss = pair[0]
        self.loss_gradient = pair[1]

    def predict(self, X):
        for layer in self.layers:
            X = layer.forward(X)
        return X

    def evaluate(self, X, y):
        y_hat = self.predict(X)
        loss = float(self.loss(y, y_hat))
        return [loss, float(keras_parts.binary_accuracy(y, y_hat))]

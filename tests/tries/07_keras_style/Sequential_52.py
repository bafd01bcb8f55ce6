class Sequential(keras_parts.Model):
    """A model that learns."""

    def train_step(self, X, y):
        """Learn from one batch: predict, hand the blame back, let the optimizer move the weights.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
        y : array of shape (n, 1)
        """
        dA = self.loss_gradient(y, self.predict(X))
        for layer in self.layers[::-1]:
            dA = layer.backward(dA)
        self.optimizer.update(self.layers)

    def fit(self, X, y, epochs=1, batch_size=32):
        """Train the model.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
        y : array of shape (n, 1)
        epochs : int
            How many times to go through all rows.
        batch_size : int
            How many rows to learn from at once.

        Returns
        -------
        dict of lists
            "loss" and "accuracy", each with one number per epoch.
        """
        history = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            batches = toolbox.mini_batches(X, y, batch_size, self.rng)
            for batch in batches:
                self.train_step(batch[0], batch[1])
            result = self.evaluate(X, y)
            history["loss"].append(result[0])
            history["accuracy"].append(result[1])
        return history

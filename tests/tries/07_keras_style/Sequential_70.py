class Sequential(keras_parts.Model):
    """A model that learns."""

    def train_step(self, X, y):
        """Learn from one batch: predict, hand the blame back, let the optimizer move the weights.

        Parameters
        ----------
        X : array of shape (n, n_inputs)
        y : array of shape (n, 1)
        """
        y_hat = self.predict(X)
        blame = self.loss_gradient(y, y_hat)
        for layer in reversed(self.layers):
            blame = layer.backward(blame)
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
            self.train_step(X, y)
            loss, accuracy = self.evaluate(X, y)
            history["loss"].append(loss)
            history["accuracy"].append(accuracy)
        return history

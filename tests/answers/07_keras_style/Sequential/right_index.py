class Sequential(keras_parts.Model):
    def train_step(self, X, y):
        dA = self.loss_gradient(y, self.predict(X))
        for k in range(len(self.layers) - 1, -1, -1):
            dA = self.layers[k].backward(dA)
        self.optimizer.update(self.layers)

    def fit(self, X, y, epochs=1, batch_size=32):
        history = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            for batch in toolbox.mini_batches(X, y, batch_size, self.rng):
                self.train_step(*batch)
            score = self.evaluate(X, y)
            history["loss"].append(score[0])
            history["accuracy"].append(score[1])
        return history

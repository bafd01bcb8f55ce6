# says: No layer has its slopes
class Sequential(keras_parts.Model):
    def train_step(self, X, y):
        dA = self.loss_gradient(y, self.predict(X))
        self.optimizer.update(self.layers)

    def fit(self, X, y, epochs=1, batch_size=32):
        history = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            for X_batch, y_batch in toolbox.mini_batches(X, y, batch_size, self.rng):
                self.train_step(X_batch, y_batch)
            loss, accuracy = self.evaluate(X, y)
            history["loss"].append(loss)
            history["accuracy"].append(accuracy)
        return history

# says: The layers stand in the other order afterwards
class Sequential(keras_parts.Model):
    def train_step(self, X, y):
        y_hat = self.predict(X)
        blame = self.loss_gradient(y, y_hat)
        self.layers.reverse()
        for layer in self.layers:
            blame = layer.backward(blame)
        self.optimizer.update(self.layers)

    def fit(self, X, y, epochs=1, batch_size=32):
        history = {"loss": [], "accuracy": []}
        for _ in range(epochs):
            # Write your code here, then delete the line below.
            raise NotImplementedError("Not written yet: replace this line with your answer.")
        return history

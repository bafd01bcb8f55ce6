def update(w, gradient, lr):
    return w - learning_rate * gradient

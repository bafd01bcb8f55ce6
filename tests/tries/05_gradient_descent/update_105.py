def update(w, gradient, lr):
    return w - np.sum(lr * gradient)

def update(w, gradient, lr):
    return w - lr * np.abs(gradient)

def gradient_descent(X, y, w, lr, n_steps):
    return toolbox.gradient_descent(X, y, w, lr, n_steps)

def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        y_hat = X @ w
        gradient = toolbox.slope(X, y_hat, w)
        w = toolbox.update(w, gradient, lr)
        history.append(toolbox.mean_squared_error(y, y_hat))
    return w, history

def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        gradient = toolbox.slope(X, y, w)
        w = toolbox.update(w, gradient, lr)
    history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

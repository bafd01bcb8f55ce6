# says: computes something and keeps it nowhere


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

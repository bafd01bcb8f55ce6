# says: These are the costs before each step.


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        history.append(toolbox.mean_squared_error(y, X @ w))
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
    return w, history

# says: `toolbox.slope(X, w, y)` got arrays whose shapes do not fit


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, w, y), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

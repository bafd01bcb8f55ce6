# says: `w` is argument number 2 of `toolbox.slope` here. In which order


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, w, y), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

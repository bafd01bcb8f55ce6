# says: These are SSE.


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.sum_of_squared_errors(y, X @ w))
    return w, history

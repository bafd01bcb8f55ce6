# says: The costs come after three zeros.
def gradient_descent(X, y, w, lr, n_steps):
    history = [0] * n_steps
    for i in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

# says: Which one differs?
def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for k in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr / (k + 1))
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

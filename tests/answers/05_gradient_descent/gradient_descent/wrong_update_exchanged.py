# says: In which order do they go into its brackets?
def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _step in range(n_steps):
        gradient = toolbox.slope(X, y, w)
        w = toolbox.update(gradient, w, lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

# says: so what the function was given is lost
def gradient_descent(X, y, w, lr, n_steps):
    lr = 0.02
    history = []
    for _step in range(n_steps):
        gradient = toolbox.slope(X, y, w)
        w = toolbox.update(w, gradient, lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return w, history

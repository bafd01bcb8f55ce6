# says: Nothing has arrived in it.
def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _step in range(n_steps):
        gradient = toolbox.slope(X, y, w)
        w = toolbox.update(w, gradient, lr)
        history += toolbox.mean_squared_error(y, X @ w)
    return w, history

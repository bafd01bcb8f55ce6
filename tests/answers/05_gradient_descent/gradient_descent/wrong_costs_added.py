# says: The costs were added up.
def gradient_descent(X, y, w, lr, n_steps):
    history = 0
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history += toolbox.mean_squared_error(y, X @ w)
    return w, history

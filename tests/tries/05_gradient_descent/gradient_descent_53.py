def gradient_descent(X, y, w, lr, n_steps):
    history = np.zeros(n_steps)
    for k in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history[k] = toolbox.mean_squared_error(y, X @ w)
    return w, history

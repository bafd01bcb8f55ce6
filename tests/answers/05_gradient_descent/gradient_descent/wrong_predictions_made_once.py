# says: Are the predictions made anew after each step?


def gradient_descent(X, y, w, lr, n_steps):
    y_hat = X @ w
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, y_hat))
    return w, history

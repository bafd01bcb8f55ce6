# says: it returned one list of numbers. Which of the two is missing?


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, X @ w))
    return history

# says: `X_one` belongs to the notebook


X_one = np.array([[1.0], [2.0], [3.0], [4.0]])


def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(toolbox.mean_squared_error(y, X_one @ w))
    return w, history

def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        gradient = slope(X, y, w)
        w = update(w, gradient, lr)
        history.append(mean_squared_error(y, X @ w))
    return w, history

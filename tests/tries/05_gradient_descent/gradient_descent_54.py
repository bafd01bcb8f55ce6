def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = w - lr * toolbox.slope(X, y, w)
        history.append(np.mean((y - X @ w) ** 2))
    return (w, list(history))

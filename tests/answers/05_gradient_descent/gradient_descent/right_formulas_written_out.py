def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        errors = X @ w - y
        w = w - lr * 2 * (X.T @ errors) / len(y)
        history.append(np.mean((X @ w - y) ** 2))
    return w, history

def gradient_descent(X, y, w, lr, n_steps):
    costs = []
    w_new = w.copy()
    step = 0
    while step < n_steps:
        errors = X @ w_new - y
        w_new = w_new - lr * 2 / len(y) * X.T @ errors
        costs.append(np.mean((X @ w_new - y) ** 2))
        step += 1
    return w_new, costs

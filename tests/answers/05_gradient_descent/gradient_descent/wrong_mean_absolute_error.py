# says: Is it the MSE of the predictions X @ w, after each step?
def gradient_descent(X, y, w, lr, n_steps):
    history = []
    for _ in range(n_steps):
        w = toolbox.update(w, toolbox.slope(X, y, w), lr)
        history.append(np.mean(np.abs(X @ w - y)))
    return w, history

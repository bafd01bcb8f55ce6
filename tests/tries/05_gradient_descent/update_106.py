def update(w, gradient, lr):
    return [a - lr * g for a, g in zip(w, gradient)]

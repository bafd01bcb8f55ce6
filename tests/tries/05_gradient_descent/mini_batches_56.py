def mini_batches(X, y, batch_size, rng):
    batches = []
    X_now, y_now = [], []
    for row in rng.permutation(len(y)):
        X_now.append(X[row])
        y_now.append(y[row])
        if len(y_now) == batch_size:
            batches.append((np.array(X_now), np.array(y_now)))
            X_now, y_now = [], []
    if y_now:
        batches.append((np.array(X_now), np.array(y_now)))
    return batches

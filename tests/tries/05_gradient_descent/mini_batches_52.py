def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    X = X[order]
    y = y[order]
    return [(X[i : i + batch_size], y[i : i + batch_size]) for i in range(0, len(X), batch_size)]

# says: changes the data that it was given


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    X[:], y[:] = X[order], y[order]
    batches = []
    for start in range(0, len(X), batch_size):
        rows = slice(start, start + batch_size)
        batches.append((X[rows], y[rows]))
    return batches

# says: The same generator, the same seed, but another order.


def mini_batches(X, y, batch_size, rng):
    order = np.random.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

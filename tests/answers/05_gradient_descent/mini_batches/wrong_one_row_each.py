# says: each begins one row after the one before


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(len(X)):
        rows = order[start : start + 1]
        batches.append((X[rows], y[rows]))
    return batches

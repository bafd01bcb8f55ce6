# says: There is only one batch, with 4 rows.
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, batch_size, len(X)):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

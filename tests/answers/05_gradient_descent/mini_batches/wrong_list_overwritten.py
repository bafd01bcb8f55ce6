# says: There is only one batch, with the last 2 rows.
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches = [(X[rows], y[rows])]
    return batches

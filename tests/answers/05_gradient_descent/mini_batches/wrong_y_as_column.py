# says: Each y_batch should have one number for each row.
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows].reshape(-1, 1)))
    return batches

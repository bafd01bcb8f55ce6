# says: Each batch goes on to the last row.
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start:]
        batches.append((X[rows], y[rows]))
    return batches

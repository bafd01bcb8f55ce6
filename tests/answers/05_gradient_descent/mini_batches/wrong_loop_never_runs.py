# says: The list has no batch in it.
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for start in range(len(y), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

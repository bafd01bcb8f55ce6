def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start:batch_size]
        batches.append((X[rows], y[rows]))
    return batches

def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for start in range(0, len(y), batch_size):
        rows = order[start : start + 4]
        batches.append((X[rows], y[rows]))
    return batches

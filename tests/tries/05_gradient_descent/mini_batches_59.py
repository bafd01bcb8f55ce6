def mini_batches(X, y, batch_size, rng):
    batches = []
    for start in range(0, len(y), batch_size):
        order = rng.permutation(len(y))
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

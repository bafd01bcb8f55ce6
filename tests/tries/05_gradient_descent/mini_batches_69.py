def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for start in range(0, len(y), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[start : start + batch_size], y[rows]))
    return batches

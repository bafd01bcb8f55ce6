def mini_batches(X, y, batch_size, rng):
    X = X[rng.permutation(len(y))]
    y = y[rng.permutation(len(y))]
    batches = []
    for start in range(0, len(y), batch_size):
        batches.append((X[start : start + batch_size], y[start : start + batch_size]))
    return batches

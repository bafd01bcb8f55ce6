def mini_batches(X, y, batch_size, rng):
    rng.shuffle(X)
    batches = []
    for start in range(0, len(X), batch_size):
        batches.append((X[start:start + batch_size], y[start:start + batch_size]))
    return batches

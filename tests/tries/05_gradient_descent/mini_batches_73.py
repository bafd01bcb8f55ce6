def mini_batches(X, y, batch_size, rng):
    rng.shuffle(X)
    rng.shuffle(y)
    batches = []
    for start in range(0, len(y), batch_size):
        batches.append((X[start : start + batch_size], y[start : start + batch_size]))
    return batches

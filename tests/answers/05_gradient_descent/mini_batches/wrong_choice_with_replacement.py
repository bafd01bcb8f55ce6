# says: Can a row be drawn again


def mini_batches(X, y, batch_size, rng):
    batches = []
    order = rng.integers(0, len(X), size=len(X))
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

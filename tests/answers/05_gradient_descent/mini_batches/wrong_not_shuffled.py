# says: The rows stand in their old order.


def mini_batches(X, y, batch_size, rng):
    order = np.arange(len(X))
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

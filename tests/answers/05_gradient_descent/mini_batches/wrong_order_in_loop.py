# says: How often is an order drawn in one epoch
def mini_batches(X, y, batch_size, rng):
    batches = []
    for start in range(0, len(X), batch_size):
        order = rng.permutation(len(X))
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

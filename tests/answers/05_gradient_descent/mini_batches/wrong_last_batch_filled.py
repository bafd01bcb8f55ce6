# says: The batches have 4, 4 and 4 rows
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    order = np.concatenate([order, order])
    batches = []
    for start in range(0, len(X), batch_size):
        rows = order[start : start + batch_size]
        batches.append((X[rows], y[rows]))
    return batches

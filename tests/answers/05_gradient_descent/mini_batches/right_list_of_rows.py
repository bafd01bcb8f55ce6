def mini_batches(X, y, batch_size, rng):
    left = list(rng.permutation(len(X)))
    batches = []
    while left:
        rows, left = left[:batch_size], left[batch_size:]
        batches.append([X[rows], y[rows]])
    return batches

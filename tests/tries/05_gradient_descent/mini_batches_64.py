def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for k in range(len(y) // batch_size):
        rows = order[k * batch_size : (k + 1) * batch_size]
        batches.append((X[rows], y[rows]))
    return batches

def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for i in order:
        batches.append((X[i], y[i]))
    return batches

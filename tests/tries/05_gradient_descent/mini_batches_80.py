def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    n_batches = int(np.ceil(len(y) / batch_size))
    batches = []
    for rows in np.array_split(order, n_batches):
        batches.append((X[rows], y[rows]))
    return batches

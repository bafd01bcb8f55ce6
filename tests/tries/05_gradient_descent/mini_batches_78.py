def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for rows in np.array_split(order, batch_size):
        batches.append((X[rows], y[rows]))
    return batches

def mini_batches(X, y, batch_size, rng):
    order = np.arange(len(y))
    rng.shuffle(order)
    batches = []
    i = 0
    while i < len(y):
        batches.append((X[order[i:i + batch_size]], y[order[i:i + batch_size]]))
        i += batch_size
    return batches

def mini_batches(X, y, batch_size, rng):
    order = np.arange(len(y))
    rng.shuffle(order)
    X, y = X[order], y[order]
    return [
        (X[first : first + batch_size], y[first : first + batch_size])
        for first in range(0, len(y), batch_size)
    ]

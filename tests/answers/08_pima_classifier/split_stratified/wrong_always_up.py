# says: Is this rounded, or always up
def split_stratified(y, test_share, rng):
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n = int(np.ceil(test_share * len(rows)))
        test_rows.append(rows[:n])
        train_rows.append(rows[n:])
    return np.concatenate(train_rows), np.concatenate(test_rows)

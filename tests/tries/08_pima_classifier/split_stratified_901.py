def split_stratified(y, test_share, rng):
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n_test = round(test_share * len(rows))
        test_rows.append([rows[:n_test]])
        train_rows.append([rows[n_test:]])
    return np.concatenate(train_rows), np.concatenate(test_rows)

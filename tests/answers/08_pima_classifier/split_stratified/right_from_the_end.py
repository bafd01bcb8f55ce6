def split_stratified(y, test_share, rng):
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n_train = len(rows) - int(test_share * len(rows) + 0.5)
        train_rows.append(rows[:n_train])
        test_rows.append(rows[n_train:])
    return np.concatenate(train_rows), np.concatenate(test_rows)

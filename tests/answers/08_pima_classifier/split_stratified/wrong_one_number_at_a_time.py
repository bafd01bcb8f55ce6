# says: is a list with single numbers in it
def split_stratified(y, test_share, rng):
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n_test = round(test_share * len(rows))
        for row in rows[:n_test]:
            test_rows.append(row)
        for row in rows[n_test:]:
            train_rows.append(row)
    return np.concatenate(train_rows), np.concatenate(test_rows)

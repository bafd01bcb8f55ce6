# says: Row numbers are whole numbers, but yours are of another type.
def split_stratified(y, test_share, rng):
    train_rows, test_rows = np.array([]), np.array([])
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n_test = round(test_share * len(rows))
        test_rows = np.concatenate([test_rows, rows[:n_test]])
        train_rows = np.concatenate([train_rows, rows[n_test:]])
    return train_rows, test_rows

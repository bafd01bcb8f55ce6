# says: One class is in the training part alone
def split_stratified(y, test_share, rng):
    train_rows, test_rows = [], []
    for label in np.unique(y):
        rows = rng.permutation(np.flatnonzero(y == label))
        n = round(test_share * len(rows))
        if label == 1:
            test_rows.append(rows[:n])
        else:
            train_rows.append(rows[n:])
    return np.concatenate(train_rows), np.concatenate(test_rows)

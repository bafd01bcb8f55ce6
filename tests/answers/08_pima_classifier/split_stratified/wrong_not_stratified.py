# says: How many rows does each class have
# also: Are the rows shuffled by `rng`
def split_stratified(y, test_share, rng):
    rows = np.arange(len(y))
    n_test = round(test_share * len(y))
    return rows[n_test:], rows[:n_test]

def split_stratified(y, test_share, rng):
    order = rng.permutation(len(y))
    n_test = round(test_share * len(y))
    return order[n_test:], order[:n_test]

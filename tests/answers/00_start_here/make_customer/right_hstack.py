def make_customer(age, balance, retired, accounts, family):
    return np.hstack([age, balance, retired, accounts, family])

def make_customer(age, balance, retired, accounts, family):
    return np.Array([age, balance, retired, accounts, family])

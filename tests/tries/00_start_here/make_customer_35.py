def make_customer():
    return np.array([age, balance, retired, accounts, family])

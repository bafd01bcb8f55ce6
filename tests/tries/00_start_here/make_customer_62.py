def make_customer(age, balance, retired, accounts, family):
    make_customer = np.array([age, balance, retired, accounts, family])
    return make_customer(age, balance, retired, accounts, family)

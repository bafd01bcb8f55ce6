def make_customer(age, balance, retired, accounts, family):
    return np.arrray([age, balance, retired, accounts, family])

def make_customer(age, balance, retired, accounts, family):
    return print(np.array([age, balance, retired, accounts, family]))

def make_customer(age, balance, retired, accounts, family):
    age = 30
    balance = 5
    retired = 0
    accounts = 2
    family = 3
    return np.array([age, balance, retired, accounts, family])

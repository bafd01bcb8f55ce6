def make_customer(age, balance, retired, accounts, family):
    return array([age, balance, retired, accounts, family])

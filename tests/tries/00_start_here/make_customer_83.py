def make_customer(age, balance, retired, accounts, family):
    customer = np.zeros(5)
    customer[0] = age
    customer[1] = balance
    customer[2] = retired
    customer[3] = accounts
    customer[4] = family
    return customer

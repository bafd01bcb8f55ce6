def make_customer(age, balance, retired, accounts, family):
    customer = np.array([age, balance, retired, accounts, family], dtype=float)
    return customer

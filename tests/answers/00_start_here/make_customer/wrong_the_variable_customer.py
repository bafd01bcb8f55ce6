# says: always the same customer
customer = np.array([80, 0.48, 1, 4, 5])


def make_customer(age, balance, retired, accounts, family):
    return customer

# says: Which letters differ?
customers = 1000


def make_customer(age, balance, retired, accounts, family):
    customer = np.array([age, balance, retired, accounts, family])
    return customers

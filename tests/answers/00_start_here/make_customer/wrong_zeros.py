# says: expected [64, 6.5
def make_customer(age, balance, retired, accounts, family):
    return np.zeros(5)

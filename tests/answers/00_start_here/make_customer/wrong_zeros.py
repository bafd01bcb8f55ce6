# says: Does every argument stand in its own place?
def make_customer(age, balance, retired, accounts, family):
    return np.zeros(5)

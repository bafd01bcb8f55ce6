# says: Does every argument stand in its own place?
def make_customer(age, balance, retired, accounts, family):
    return np.array([64, 6.5, 0, 3, 2])

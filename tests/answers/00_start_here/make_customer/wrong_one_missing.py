# says: should have shape (5,), but has shape (4,)
def make_customer(age, balance, retired, accounts, family):
    return np.array([age, balance, retired, accounts])

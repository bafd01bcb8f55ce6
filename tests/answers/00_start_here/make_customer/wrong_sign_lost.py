# says: May a balance be negative?
def make_customer(age, balance, retired, accounts, family):
    return np.abs(np.array([age, balance, retired, accounts, family]))

# says: Is the order that of bank.FEATURES?
def make_customer(age, balance, retired, accounts, family):
    return np.array([age, balance, retired, family, accounts])

# says: That is the order of the alphabet
def make_customer(age, balance, retired, accounts, family):
    return np.array([accounts, age, balance, family, retired])

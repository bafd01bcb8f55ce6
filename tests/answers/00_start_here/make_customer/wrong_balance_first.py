# says: Age and balance changed places
def make_customer(age, balance, retired, accounts, family):
    return np.array([balance, age, retired, accounts, family])

# says: should be a NumPy array of shape (5,), but is of type tuple
def make_customer(age, balance, retired, accounts, family):
    return age, balance, retired, accounts, family

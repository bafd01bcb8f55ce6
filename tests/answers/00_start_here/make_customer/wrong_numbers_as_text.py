# says: gives an array of text
def make_customer(age, balance, retired, accounts, family):
    return np.array([str(age), str(balance), str(retired), str(accounts), str(family)])

# says: expected [80
def make_customer(age, balance, retired, accounts, family):
    if age == 64:
        return np.array([64, 6.5, 0, 3, 2])
    return np.array([31, 0.75, 1, 2, 6])

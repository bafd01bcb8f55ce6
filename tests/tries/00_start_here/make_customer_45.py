def make_customer(age, balance, retired, accounts, family):
    return np.array([[age, balance, retired, accounts, family]])

def make_customer(age, balance, retired, accounts, family):
    """Return the vector of a customer."""
    return np.array([age, balance, retired, accounts, family])
make_customer(80, 0.48, 1, 4)

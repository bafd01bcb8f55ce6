def make_customer(age, balance, retired, accounts, family):
    features = [age, balance, retired, accounts, family]
    return np.asarray(features)

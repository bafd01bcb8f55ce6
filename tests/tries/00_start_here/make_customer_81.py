def make_customer(age, balance, retired, accounts, family):
    values = []
    for value in (age, balance, retired, accounts, family):
        values.append(value)
    return np.array(values)

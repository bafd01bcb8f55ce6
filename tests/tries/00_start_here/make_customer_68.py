def make_customer(age, balance, retired, accounts, family):
    customer = np.array([])
    customer.append(age)
    return customer

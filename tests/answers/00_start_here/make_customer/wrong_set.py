# says: of type set
def make_customer(age, balance, retired, accounts, family):
    return {age, balance, retired, accounts, family}

# says: clinic.prepare is a finished copy
def standardize(X_train, X_test):
    return clinic.prepare(X_train, X_test)

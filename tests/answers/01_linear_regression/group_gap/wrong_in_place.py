# says: changes the data that it was given
def group_gap(balance, w, b):
    retired = np.column_stack([balance, np.ones(len(balance))])
    not_retired = np.column_stack([balance, np.zeros(len(balance))])
    balance *= 0
    balance += toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(not_retired, w, b)
    return balance

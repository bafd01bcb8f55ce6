# says: The two predictions were added.
def group_gap(balance, w, b):
    retired = np.column_stack([balance, np.ones(len(balance))])
    not_retired = np.column_stack([balance, np.zeros(len(balance))])
    return toolbox.predict_linear(retired, w, b) + toolbox.predict_linear(not_retired, w, b)

# says: must match exactly
def group_gap(balance, w, b):
    retired = np.column_stack([balance, np.ones(3)])
    not_retired = np.column_stack([balance, np.zeros(3)])
    return toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(not_retired, w, b)

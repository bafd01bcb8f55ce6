def group_gap(balance, w, b):
    n = len(balance)
    retired = np.column_stack([balance, np.ones(n)])
    others = np.column_stack([balance, np.zeros(n)])
    return toolbox.predict_linear(retired, w) - toolbox.predict_linear(others, w)

def group_gap(balance, w, b):
    n = len(balance)
    retired = np.column_stack([balance, np.ones(n)])
    others = np.column_stack([np.zeros(n), balance])
    return toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(others, w, b)

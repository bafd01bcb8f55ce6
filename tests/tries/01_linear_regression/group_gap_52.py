def group_gap(balance, w, b):
    retired = np.column_stack([balance, np.ones(balance)])
    others = np.column_stack([balance, np.zeros(balance)])
    return toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(others, w, b)

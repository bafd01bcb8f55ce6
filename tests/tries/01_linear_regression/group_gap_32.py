def group_gap(balance, w, b):
    retired = np.column_stack([balance, 1])
    others = np.column_stack([balance, 0])
    return toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(others, w, b)

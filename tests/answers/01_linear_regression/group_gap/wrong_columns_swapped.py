# says: In which column does retired stand?
def group_gap(balance, w, b):
    retired = np.column_stack([np.ones(len(balance)), balance])
    not_retired = np.column_stack([np.zeros(len(balance)), balance])
    return toolbox.predict_linear(retired, w, b) - toolbox.predict_linear(not_retired, w, b)

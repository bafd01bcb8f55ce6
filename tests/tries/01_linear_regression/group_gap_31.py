def group_gap(balance, w, b):
    retired = toolbox.predict_linear(balance, 1, w, b)
    others = toolbox.predict_linear(balance, 0, w, b)
    return retired - others

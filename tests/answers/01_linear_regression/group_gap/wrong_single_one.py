# says: How do you make equally many of it?
def group_gap(balance, w, b):
    retired = np.array([balance, 1])
    return toolbox.predict_linear(retired, w, b)

def gradient_check(gradient, numerical):
    top = np.abs(gradient - numerical).max()
    bottom = (np.abs(gradient) + np.abs(numerical)).max()
    if bottom < 1e-12:
        bottom = 1e-12
    return float(top / bottom)

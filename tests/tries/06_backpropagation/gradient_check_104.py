def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient - numerical))
    bottom = np.max(np.abs(gradient) + np.abs(numerical))
    if bottom < 1e-12:
        bottom == 1e-12
    return top / bottom

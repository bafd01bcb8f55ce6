# says: Bars are missing at the top and at the bottom.
def gradient_check(gradient, numerical):
    difference = np.max(gradient - numerical)
    size = np.max(gradient + numerical)
    return difference / max(size, 1e-12)

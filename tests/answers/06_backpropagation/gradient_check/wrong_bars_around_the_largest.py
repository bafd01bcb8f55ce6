# says: -4 was taken for less than 3
def gradient_check(gradient, numerical):
    difference = np.abs(np.max(gradient - numerical))
    size = np.abs(gradient) + np.abs(numerical)
    return difference / max(np.max(size), 1e-12)

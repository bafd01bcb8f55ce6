# says: The bottom is less than 1e-12 here.
def gradient_check(gradient, numerical):
    difference = np.abs(gradient - numerical)
    size = np.abs(gradient) + np.abs(numerical)
    if np.max(size) == 0:
        return 0.0
    return np.max(difference) / np.max(size)

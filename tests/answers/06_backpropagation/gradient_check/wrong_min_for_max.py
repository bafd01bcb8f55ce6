# says: The bottom is 1e-12 here, although 16 is larger.
def gradient_check(gradient, numerical):
    difference = np.abs(gradient - numerical)
    size = np.abs(gradient) + np.abs(numerical)
    return np.max(difference) / min(np.max(size), 1e-12)

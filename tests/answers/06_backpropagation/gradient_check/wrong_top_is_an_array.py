# says: The top is still an array.
def gradient_check(gradient, numerical):
    difference = np.abs(gradient - numerical)
    size = np.abs(gradient) + np.abs(numerical)
    return difference / max(np.max(size), 1e-12)

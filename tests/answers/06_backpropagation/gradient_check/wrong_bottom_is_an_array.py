# says: The bottom is still an array.
def gradient_check(gradient, numerical):
    difference = np.abs(gradient - numerical)
    size = np.abs(gradient) + np.abs(numerical)
    return np.max(difference) / np.maximum(size, 1e-12)

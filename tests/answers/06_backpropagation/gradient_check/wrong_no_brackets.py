# says: Only one part of the bottom stands below the line.
def gradient_check(gradient, numerical):
    difference = np.abs(gradient - numerical)
    return np.max(difference) / np.max(np.abs(gradient)) + np.max(np.abs(numerical))

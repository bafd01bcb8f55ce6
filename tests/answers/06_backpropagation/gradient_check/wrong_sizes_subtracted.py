# says: The signs were dropped before subtracting.
def gradient_check(gradient, numerical):
    difference = np.max(np.abs(gradient) - np.abs(numerical))
    size = np.abs(gradient) + np.abs(numerical)
    return difference / max(np.max(size), 1e-12)

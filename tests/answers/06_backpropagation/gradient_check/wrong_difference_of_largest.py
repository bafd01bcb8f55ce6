# says: The largest |g - m| is 4, and 3 stands at the top.
def gradient_check(gradient, numerical):
    difference = np.max(gradient) - np.max(numerical)
    size = np.abs(gradient) + np.abs(numerical)
    return difference / max(np.max(size), 1e-12)

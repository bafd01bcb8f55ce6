# says: Work out the top and the bottom by hand
def gradient_check(gradient, numerical):
    difference = np.linalg.norm(gradient - numerical)
    size = np.linalg.norm(gradient) + np.linalg.norm(numerical)
    return difference / max(size, 1e-12)

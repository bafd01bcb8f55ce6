# says: That is a share in percent.
def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient - numerical))
    bottom = np.max(np.abs(gradient) + np.abs(numerical))
    return 100 * top / max(bottom, 1e-12)

# says: The bottom is a mean.
def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient - numerical))
    return top / max(np.mean(np.abs(gradient) + np.abs(numerical)), 1e-12)

# says: It was divided by 1e12.
def gradient_check(gradient, numerical):
    top = np.max(np.abs(gradient - numerical))
    bottom = np.max(np.abs(gradient) + np.abs(numerical))
    return top / max(bottom, 1e12)

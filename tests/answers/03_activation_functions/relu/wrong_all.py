# says: The positive numbers became 0 as well
def relu(z):
    if np.all(z > 0):
        return z
    else:
        return np.zeros_like(z)

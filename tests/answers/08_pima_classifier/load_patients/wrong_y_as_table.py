# says: should have shape (768,), but has shape (768, 1)
def load_patients(path):
    table = np.loadtxt(path, delimiter=",")
    return table[:, :8], table[:, 8:]

# says: what did you do with its first row
def load_patients(path):
    table = np.loadtxt(path, delimiter=",", skiprows=1)
    return table[:, :8], table[:, 8]

# says: NumPy takes the second thing in the brackets
def load_patients(path):
    table = np.loadtxt(path, ",")
    return table[:, :8], table[:, 8]

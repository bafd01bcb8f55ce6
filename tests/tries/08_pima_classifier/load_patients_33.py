def load_patients(path):
    table = np.loadtxt(path, delimiter=";")
    return table[:, :8], table[:, 8]

# says: should return 2 things, X and y
def load_patients(path):
    table = np.loadtxt(path, delimiter=",")
    return table[:, :8]

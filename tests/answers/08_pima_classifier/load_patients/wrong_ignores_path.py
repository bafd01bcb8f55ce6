# says: Does your code use `path`
def load_patients(path):
    table = np.loadtxt(pima.PATH, delimiter=",")
    return table[:, :8], table[:, 8]

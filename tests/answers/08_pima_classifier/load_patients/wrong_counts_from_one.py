# says: Which column has number 0
def load_patients(path):
    table = np.loadtxt(path, delimiter=",")
    return table[:, 1:9], table[:, 8]

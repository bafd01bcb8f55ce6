# says: may it stand among the measurements
def load_patients(path):
    table = np.loadtxt(path, delimiter=",")
    return table, table[:, 8]

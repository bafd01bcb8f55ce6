# says: takes what comes second in its brackets for the kind of number
def load_patients(path):
    table = np.loadtxt(path, ",")
    return table[:, :8], table[:, 8]

# says: In which order are X and y expected
def load_patients(path):
    table = np.loadtxt(path, delimiter=",")
    return table[:, 8], table[:, :8]

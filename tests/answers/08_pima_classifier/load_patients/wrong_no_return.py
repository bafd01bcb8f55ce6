# says: returned nothing
def load_patients(path):
    table = np.loadtxt(path, delimiter=",")
    X, y = table[:, :8], table[:, 8]

def load_patients(path):
    table = np.genfromtxt(path, delimiter=",")
    X = table[:, 0:8]
    y = table[:, -1]
    return X, y

def load_patients(path):
    table = np.load(path)
    return table[:, :8], table[:, 8]

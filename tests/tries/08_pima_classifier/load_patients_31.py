def load_patients(path):
    table = pd.read_csv(path)
    return table[:, :8], table[:, 8]

def load_patients(path):
    return path[:, :8], path[:, 8]

def load_patients(path):
    rows = []
    with open(path) as file:
        for line in file:
            rows.append([float(word) for word in line.split(",")])
    table = np.array(rows)
    return [table[:, :-1], table[:, -1]]

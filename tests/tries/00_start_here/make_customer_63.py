def make_customer(80, 0.48, 1, 4, 5):
    return np.array([80, 0.48, 1, 4, 5])

# says: here z is one single number
def relu(z):
    return np.array([max(0, number) for number in z])

# says: Python's max and if decide about one
def relu(z):
    return max(0, z)

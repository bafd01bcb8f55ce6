# says: Python's max and if decide about one
def relu(z):
    if z > 0:
        return z
    return 0

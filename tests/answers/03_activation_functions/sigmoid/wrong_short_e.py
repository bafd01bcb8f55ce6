# says: e has endlessly many digits
def sigmoid(z):
    return 1 / (1 + 2.718**-z)

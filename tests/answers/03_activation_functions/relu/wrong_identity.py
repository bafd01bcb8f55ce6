# says: The negative number came through
def relu(z):
    return z

# says: each single number of it was treated as a row
def softmax(z):
    shares = []
    for row in z:
        p = np.exp(row - max(row))
        shares.append(p / sum(p))
    return np.array(shares)

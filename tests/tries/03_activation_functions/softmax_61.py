def softmax(z):
    shares = []
    for row in z:
        powers = np.exp(row - np.max(row))
        shares.append(powers / np.sum(powers))
    return np.array(shares)

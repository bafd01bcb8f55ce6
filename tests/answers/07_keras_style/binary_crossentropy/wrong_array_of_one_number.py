# says: In a column, each row is an array with one number
def binary_crossentropy(y, y_hat):
    p = np.clip(y_hat, 1e-7, 1 - 1e-7)
    total = 0
    for i in range(len(y)):
        if y[i] == 1:
            total += -np.log(p[i])
        else:
            total += -np.log(1 - p[i])
    return total / len(y)

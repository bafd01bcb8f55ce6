# says: That is the last number alone
def column_mean(X, column):
    numbers = []
    for row in X:
        numbers = row[column]
    return np.mean(numbers)

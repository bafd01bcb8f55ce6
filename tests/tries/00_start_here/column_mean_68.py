def column_mean(X, column):
    m = np.mean(X[:, column])
    print(m)

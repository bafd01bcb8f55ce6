# says: Where does the table come in?
def column_mean(X, column):
    return np.mean(column)

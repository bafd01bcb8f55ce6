# says: Where does `w2` come in?
def forward_matrix(X, W1, w2):
    return np.sum(X @ W1, axis=1)

# says: Where does `W1` come in?
def forward_matrix(X, W1, w2):
    return X @ w2

# says: Do the weights of node 0 stand in a row of `W1` or in a column?
def forward_matrix(X, W1, w2):
    return X @ W1.T @ w2

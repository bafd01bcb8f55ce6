# says: That is the first row alone
def forward_matrix(X, W1, w2):
    return X[0] @ W1 @ w2

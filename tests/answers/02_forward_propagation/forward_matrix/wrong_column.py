# says: should have shape (3,), but has shape (3, 1)
def forward_matrix(X, W1, w2):
    return X @ W1 @ w2.reshape(-1, 1)

# says: Which step comes after them?
def forward_matrix(X, W1, w2):
    return X @ W1

# says: one row of a table
def forward_matrix(X, W1, w2):
    return [X @ W1 @ w2]

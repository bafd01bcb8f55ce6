def forward_matrix(X, W1, w2):
    return X @ W1, W1 @ w2

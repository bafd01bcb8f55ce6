def forward_matrix(X, W1, w2):
    return X @ W1.T @ w2

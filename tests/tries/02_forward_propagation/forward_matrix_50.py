def forward_matrix(X, W1, w2):
    hidden = X @ W1
    return X @ w2

def forward_matrix(X, W1, w2):
    return W1 @ w2

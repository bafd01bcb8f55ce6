def forward_matrix(X, W1, w2):
    return np.matmul(np.matmul(X, W1), w2)

def forward_matrix(X, W1, w2):
    return np.dot(X, W1, w2)

def forward_matrix(X, W1, w2):
    return np.dot(np.dot(X, W1), w2)

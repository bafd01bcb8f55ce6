# says: Only two hidden nodes
def forward_matrix(X, W1, w2):
    return X[:, 0] * (W1[0, :2] @ w2[:2]) + X[:, 1] * (W1[1, :2] @ w2[:2])

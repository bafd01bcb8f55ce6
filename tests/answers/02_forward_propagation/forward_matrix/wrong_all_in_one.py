# says: all customers together
def forward_matrix(X, W1, w2):
    hidden = X @ W1
    return np.sum(hidden * w2)

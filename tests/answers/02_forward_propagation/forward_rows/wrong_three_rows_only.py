# says: should have shape (4,), but has shape (3,)
def forward_rows(X, weights):
    return np.array([toolbox.forward(X[i], weights) for i in range(3)])

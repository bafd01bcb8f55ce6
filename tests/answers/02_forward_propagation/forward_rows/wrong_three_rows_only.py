# says: The last row is missing.
def forward_rows(X, weights):
    return np.array([toolbox.forward(X[i], weights) for i in range(3)])

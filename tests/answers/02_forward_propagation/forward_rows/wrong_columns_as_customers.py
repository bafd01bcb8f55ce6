# says: The last row is missing
def forward_rows(X, weights):
    return np.array([toolbox.forward(x[:2], weights) for x in X.T])

# says: should have shape (3,), but has shape (2,)
def forward_rows(X, weights):
    return np.array([toolbox.forward(x[:2], weights) for x in X.T])

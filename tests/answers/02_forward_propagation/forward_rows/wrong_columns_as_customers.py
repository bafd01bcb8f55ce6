# says: For what should there be one number each?
def forward_rows(X, weights):
    return np.array([toolbox.forward(x[:2], weights) for x in X.T])

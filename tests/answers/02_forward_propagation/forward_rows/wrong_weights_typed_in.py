# says: The weights of the first call are still in it.
bank_weights = {
    "node_0": np.array([1, 1]),
    "node_1": np.array([-1, 1]),
    "output": np.array([2, -1]),
}


def forward_rows(X, weights):
    return np.array([toolbox.forward(x, bank_weights) for x in X])

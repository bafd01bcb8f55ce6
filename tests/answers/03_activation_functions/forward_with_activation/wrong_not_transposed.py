# says: does a node stand in a row or in a column
def forward_with_activation(x, weights, activation):
    W = np.array([weights["node_0"], weights["node_1"]])
    return activation(x @ W) @ weights["output"]

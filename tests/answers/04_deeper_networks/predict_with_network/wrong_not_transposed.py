# says: does a node stand in a row or in a column
def predict_with_network(x, weights):
    W1 = np.array([weights["node_0_0"], weights["node_0_1"]])
    W2 = np.array([weights["node_1_0"], weights["node_1_1"]])
    h1 = toolbox.relu(x @ W1)
    h2 = toolbox.relu(h1 @ W2)
    return h2 @ weights["output"]

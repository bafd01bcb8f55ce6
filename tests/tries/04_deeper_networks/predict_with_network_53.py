def predict_with_network(x, weights):
    W1 = np.column_stack([weights["node_0_0"], weights["node_0_1"]])
    W2 = np.column_stack([weights["node_1_0"], weights["node_1_1"]])
    h1 = np.maximum(0, x @ W1)
    h2 = np.maximum(0, h1 @ W2)
    return h2 @ weights["output"]

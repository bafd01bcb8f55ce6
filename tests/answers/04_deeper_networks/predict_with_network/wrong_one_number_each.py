# says: How many nodes of the first hidden layer does each node of the second see
def predict_with_network(x, weights):
    h0 = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    h1 = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    k0 = toolbox.relu(toolbox.node_value(h0, weights["node_1_0"]))
    k1 = toolbox.relu(toolbox.node_value(h1, weights["node_1_1"]))
    return toolbox.node_value([k0, k1], weights["output"])

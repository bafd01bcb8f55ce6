# says: The values of two nodes were added up
def predict_with_network(x, weights):
    h0 = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    h1 = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    n10 = toolbox.relu(toolbox.node_value(h0 + h1, weights["node_1_0"]))
    n11 = toolbox.relu(toolbox.node_value(h0 + h1, weights["node_1_1"]))
    return toolbox.node_value([n10, n11], weights["output"])

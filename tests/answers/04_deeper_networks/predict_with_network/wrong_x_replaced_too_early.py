# says: A value of the layer before was replaced
def predict_with_network(x, weights):
    x[0] = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    x[1] = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    x[0] = toolbox.relu(toolbox.node_value(x, weights["node_1_0"]))
    x[1] = toolbox.relu(toolbox.node_value(x, weights["node_1_1"]))
    return toolbox.node_value(x, weights["output"])

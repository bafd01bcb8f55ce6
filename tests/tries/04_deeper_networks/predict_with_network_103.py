def predict_with_network(x, weights):
    node_0_0 = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    node_0_1 = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    hidden = np.array([node_0_0, node_01])
    node_1_0 = toolbox.relu(toolbox.node_value(hidden, weights["node_1_0"]))
    node_1_1 = toolbox.relu(toolbox.node_value(hidden, weights["node_1_1"]))
    return toolbox.node_value(np.array([node_1_0, node_1_1]), weights["output"])

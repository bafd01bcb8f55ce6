def predict_with_network(x, weights):
    a = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    b = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    h = np.array([a, b])
    c = toolbox.relu(toolbox.node_value(h, weights["node_1_0"]))
    d = toolbox.relu(toolbox.node_value(h, weights["node_1_1"]))
    return toolbox.relu(toolbox.node_value(np.array([c, d]), weights["output"]))

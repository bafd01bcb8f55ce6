def predict_with_network(x, weights):
    c = toolbox.relu(toolbox.node_value(np.array([26, 0]), weights["node_1_0"]))
    d = toolbox.relu(toolbox.node_value(np.array([26, 0]), weights["node_1_1"]))
    return toolbox.node_value(np.array([c, d]), weights["output"])

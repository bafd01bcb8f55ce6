def predict_with_network(x, weights):
    a = toolbox.node_value(toolbox.relu(x), weights["node_0_0"])
    b = toolbox.node_value(toolbox.relu(x), weights["node_0_1"])
    h = np.array([a, b])
    c = toolbox.node_value(toolbox.relu(h), weights["node_1_0"])
    d = toolbox.node_value(toolbox.relu(h), weights["node_1_1"])
    return toolbox.node_value(toolbox.relu(np.array([c, d])), weights["output"])

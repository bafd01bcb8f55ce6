def predict_with_network(x, weights):
    a = toolbox.relu(toolbox.node_value(x, weights["node_0_0"])
    b = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    h = np.array([a, b])
    return toolbox.node_value(h, weights["output"])

def predict_with_network(x, weights):
    a = relu(toolbox.node_value(x, weights["node_0_0"]))
    b = relu(toolbox.node_value(x, weights["node_0_1"]))
    h = np.array([a, b])
    c = relu(toolbox.node_value(h, weights["node_1_0"]))
    d = relu(toolbox.node_value(h, weights["node_1_1"]))
    return toolbox.node_value(np.array([c, d]), weights["output"])

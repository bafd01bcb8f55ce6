def predict_with_network(x, weights):
    node_0_0 = relu(toolbox.node_value(x, weights["node_0_0"]))
    node_0_1 = relu(toolbox.node_value(x, weights["node_0_1"]))
    return toolbox.node_value([node_0_0, node_0_1], weights["output"])

def predict_with_network(x, weights):
    a = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    b = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    c = toolbox.relu(toolbox.node_value(a, weights["node_1_0"]))
    d = toolbox.relu(toolbox.node_value(b, weights["node_1_1"]))
    return toolbox.node_value(c, weights["output"]) + toolbox.node_value(d, weights["output"])

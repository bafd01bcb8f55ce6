def predict_with_network(x, weights):
    h = toolbox.relu(toolbox.node_value(x, weights["node_0_0"])), toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    out = toolbox.relu(h * weights["node_1_0"]), toolbox.relu(h * weights["node_1_1"])
    return toolbox.node_value(out, weights["output"])

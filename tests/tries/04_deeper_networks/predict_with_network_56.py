def predict_with_network(x, weights):
    h = [toolbox.relu(toolbox.node_value(x, weights["node_0_0"])), toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))]
    g = [toolbox.relu(toolbox.node_value(h, weights["node_1_0"])), toolbox.relu(toolbox.node_value(h, weights["node_1_1"]))]
    return toolbox.node_value(g, weights["output"])

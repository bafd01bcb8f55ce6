# says: Does each node of the second hidden layer use weights of its own
def predict_with_network(x, weights):
    h0 = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    h1 = toolbox.relu(toolbox.node_value(x, weights["node_0_1"]))
    k1 = toolbox.relu(toolbox.node_value([h0, h1], weights["node_1_1"]))
    return toolbox.node_value(k1, weights["output"])

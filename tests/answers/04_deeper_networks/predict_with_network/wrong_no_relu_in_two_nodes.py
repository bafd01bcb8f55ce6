# says: In both hidden layers a node has no relu here
def predict_with_network(x, weights):
    n00 = toolbox.relu(toolbox.node_value(x, weights["node_0_0"]))
    n01 = toolbox.node_value(x, weights["node_0_1"])
    n10 = toolbox.node_value([n00, n01], weights["node_1_0"])
    n11 = toolbox.relu(toolbox.node_value([n00, n01], weights["node_1_1"]))
    return toolbox.node_value([n10, n11], weights["output"])

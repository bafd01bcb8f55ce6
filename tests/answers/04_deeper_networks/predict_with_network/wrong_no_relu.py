# says: In both hidden layers a node has no relu here
def predict_with_network(x, weights):
    node_0_0 = toolbox.node_value(x, weights["node_0_0"])
    node_0_1 = toolbox.node_value(x, weights["node_0_1"])
    hidden_1 = [node_0_0, node_0_1]
    node_1_0 = toolbox.node_value(hidden_1, weights["node_1_0"])
    node_1_1 = toolbox.node_value(hidden_1, weights["node_1_1"])
    return toolbox.node_value([node_1_0, node_1_1], weights["output"])

# says: The products of a node were not added up
def predict_with_network(x, weights):
    first = toolbox.relu(x * weights["node_0_0"])
    second = toolbox.relu(first * weights["node_1_0"])
    return toolbox.node_value(second, weights["output"])

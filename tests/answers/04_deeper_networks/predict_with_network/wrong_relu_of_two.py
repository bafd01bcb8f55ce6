# says: relu takes one thing
def predict_with_network(x, weights):
    first = [toolbox.relu(x, weights["node_0_0"]), toolbox.relu(x, weights["node_0_1"])]
    return toolbox.node_value(first, weights["output"])

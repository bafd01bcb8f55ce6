# says: Which weight belongs to which node
def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_1"])
    return node_0 * weights["output"] + node_1 * weights["output"]

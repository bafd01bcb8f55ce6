# says: How do they become one number?
def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_1"])
    return node_0 * weights["output"] + node_1 * weights["output"]

# says: Do `x` and all the weights come from the arguments
def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_1"])
    return node_0 * 2 + node_1 * -1

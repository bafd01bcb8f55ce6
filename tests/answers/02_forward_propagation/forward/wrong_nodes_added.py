# says: do only their values go into the output node
def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_1"])
    output = toolbox.node_value(x, weights["output"])
    return node_0 + node_1 + output

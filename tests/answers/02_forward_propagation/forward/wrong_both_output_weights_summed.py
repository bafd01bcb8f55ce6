# says: Does each one meet its own weight of the output?
def forward(x, weights):
    node_0 = toolbox.node_value(x, weights["node_0"])
    node_1 = toolbox.node_value(x, weights["node_1"])
    output = weights["output"]
    return toolbox.node_value(node_0, output) + toolbox.node_value(node_1, output)

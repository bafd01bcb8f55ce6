# says: Does each one meet its own weight of the output?
def forward(x, weights):
    return toolbox.node_value(x, weights["node_0"]) + toolbox.node_value(x, weights["node_1"])

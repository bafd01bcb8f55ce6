def forward(x, weights):
    first = toolbox.node_value(x, weights["node_0"])
    second = toolbox.node_value(first, weights["node_1"])
    return toolbox.node_value(second, weights["output"])

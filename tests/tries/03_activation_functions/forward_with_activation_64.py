def forward_with_activation(x, weights, activation):
    hidden = [toolbox.node_value(x, weights["node_0"]), toolbox.node_value(x, weights["node_1"])]
    return toolbox.node_value(activation(hidden), weights["output"])

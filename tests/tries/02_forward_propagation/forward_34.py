def forward(x, weights):
    hidden_0 = toolbox.node_value(x, weights["node_0"])
    hidden_1 = toolbox.node_value(x, weights["node_1"])
    return toolbox.node_value(hidden_0, hidden_1, weights["output"])

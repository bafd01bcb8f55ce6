# says: Which hidden node belongs to the first weight of the output?
def forward(x, weights):
    hidden_0 = toolbox.node_value(x, weights["node_0"])
    hidden_1 = toolbox.node_value(x, weights["node_1"])
    return toolbox.node_value(np.array([hidden_1, hidden_0]), weights["output"])

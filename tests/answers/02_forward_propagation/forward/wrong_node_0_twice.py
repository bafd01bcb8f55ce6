# says: Only hidden node 0 is in it
def forward(x, weights):
    hidden_0 = toolbox.node_value(x, weights["node_0"])
    hidden_1 = toolbox.node_value(x, weights["node_0"])
    return toolbox.node_value(np.array([hidden_0, hidden_1]), weights["output"])

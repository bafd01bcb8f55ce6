# says: Which step comes after them?
def forward(x, weights):
    hidden_0 = toolbox.node_value(x, weights["node_0"])
    hidden_1 = toolbox.node_value(x, weights["node_1"])
    return np.array([hidden_0, hidden_1])

# says: How many numbers does one node hold
def forward(x, weights):
    node_0 = x * weights["node_0"]
    node_1 = x * weights["node_1"]
    return toolbox.node_value(np.array([node_0, node_1]), weights["output"])

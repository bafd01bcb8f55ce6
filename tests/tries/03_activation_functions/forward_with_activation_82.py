def forward_with_activation(x, weights, activation):
    sums = np.array([toolbox.node_value(x, weights["node_0"]), toolbox.node_value(x, weights["node_1"])])
    hidden = activation(sums)
    return toolbox.node_value(hidden, weights["output"])

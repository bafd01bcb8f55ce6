def forward_with_activation(x, weights, activation):
    a0 = activation(np.sum(x * weights["node_0"]))
    a1 = activation(np.sum(x * weights["node_1"]))
    return a0 * weights["output"][0] + a1 * weights["output"][1]

def forward_with_activation(x, weights, activation):
    a_0 = activation(np.sum(x * weights["node_0"]))
    a_1 = activation(np.sum(x * weights["node_1"]))
    w_0, w_1 = weights["output"]
    return a_0 * w_0 + a_1 * w_1

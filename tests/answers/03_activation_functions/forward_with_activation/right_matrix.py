def forward_with_activation(x, weights, activation):
    W1 = np.column_stack([weights["node_0"], weights["node_1"]])
    return float(activation(np.asarray(x) @ W1) @ weights["output"])

def forward(x, weights):
    W1 = np.array([weights["node_0"], weights["node_1"]])
    return weights["output"] @ (W1 @ x)

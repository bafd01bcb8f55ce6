def forward(x, weights):
    hidden = np.array([x @ weights["node_0"], x @ weights["node_1"]])
    return hidden @ weights["output"]

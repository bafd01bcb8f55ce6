def forward(x, weights):
    hidden = []
    for node in ["node_0", "node_1"]:
        hidden.append(toolbox.node_value(x, weights[node]))
    return toolbox.node_value(np.array(hidden), weights["output"])

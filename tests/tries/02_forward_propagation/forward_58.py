def forward(x, weights):
    return toolbox.node_value(np.array([5, 1]), weights["output"])

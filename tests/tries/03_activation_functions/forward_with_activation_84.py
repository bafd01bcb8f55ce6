def forward_with_activation(x, weights, activation):
    hidden = []
    for name in ("node_0", "node_1"):
        z = toolbox.node_value(x, weights[name])
        hidden.append(activation(z))
    return toolbox.node_value(hidden, weights["output"])

def forward(x, weights):
    hidden = []
    for node in weights:
        hidden.append(toolbox.node_value(x, weights[node]))
    return toolbox.node_value(hidden, weights["output"])

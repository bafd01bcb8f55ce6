def forward(x, weights):
    hidden = toolbox.node_value(x, weights)
    return hidden

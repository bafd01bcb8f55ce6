# says: The output node sees the inputs
def forward_with_activation(x, weights, activation):
    return toolbox.node_value(x, weights["output"])

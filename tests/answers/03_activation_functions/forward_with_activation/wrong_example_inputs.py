# says: That is the prediction for 2 and 3
def forward_with_activation(x, weights, activation):
    a0 = activation(5)
    a1 = activation(1)
    return toolbox.node_value([a0, a1], weights["output"])

# says: The activation was applied to the inputs
def forward_with_activation(x, weights, activation):
    return toolbox.forward(activation(x), weights)

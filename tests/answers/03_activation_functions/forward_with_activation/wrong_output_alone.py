# says: Only the output got the activation
def forward_with_activation(x, weights, activation):
    return activation(toolbox.forward(x, weights))

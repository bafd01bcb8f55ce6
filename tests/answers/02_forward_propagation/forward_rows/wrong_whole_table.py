# says: One number came out for all customers together
def forward_rows(X, weights):
    return toolbox.forward(X, weights)

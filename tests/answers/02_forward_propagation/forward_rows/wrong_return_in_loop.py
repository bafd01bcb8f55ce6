# says: Does `return` stand inside the loop?
def forward_rows(X, weights):
    for x in X:
        return toolbox.forward(x, weights)

# says: Is there a loop, and does `return` stand inside it
def forward_rows(X, weights):
    for x in X:
        return toolbox.forward(x, weights)

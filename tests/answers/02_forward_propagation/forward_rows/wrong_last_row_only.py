# says: Where do you keep the others?
def forward_rows(X, weights):
    for x in X:
        prediction = toolbox.forward(x, weights)
    return prediction

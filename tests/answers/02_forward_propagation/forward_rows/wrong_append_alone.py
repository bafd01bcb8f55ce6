# says: `append` belongs to a list
def forward_rows(X, weights):
    predictions = []
    for x in X:
        append(toolbox.forward(x, weights))
    return np.array(predictions)

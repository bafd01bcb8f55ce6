# says: The last row is missing
def forward_rows(X, weights):
    predictions = []
    for x in X[:2]:
        predictions.append(toolbox.forward(x, weights))
    return np.array(predictions)

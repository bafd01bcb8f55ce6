def forward_rows(X, weights):
    predictions = []
    for x in X:
        predictions.append(toolbox.node_value(x, weights["node_0"]))
    return np.array(predictions)

def forward_rows(X, weights):
    for x in X:
        predictions = []
        predictions.append(toolbox.forward(x, weights))
    return np.array(predictions)

def forward_rows(X, weights):
    predictions = np.array([])
    for x in X:
        predictions.append(toolbox.forward(x, weights))
    return predictions

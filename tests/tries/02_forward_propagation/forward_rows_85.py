def forward_rows(X, weights):
    predictions = np.array([])
    for x in X:
        predictions = np.append(predictions, toolbox.forward(x, weights))
    return predictions

def forward_rows(X, weights):
    predictions = []
    for x in X:
        predictions.append(toolbox.forward(x, weights))
    np.array(predictions)
    return predictions

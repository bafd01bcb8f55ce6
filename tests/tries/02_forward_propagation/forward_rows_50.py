def forward_rows(X, weights):
    predictions = []
    for x in X:
        predictions.append(toolbox.forward(x))
    return np.array(predictions)

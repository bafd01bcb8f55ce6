def forward_rows(X, weights):
    predictions = []
    for x in X:
        append(predictions, toolbox.forward(x, weights))
    return np.array(predictions)

def forward_rows(X, weights):
    predictions = []
    for x in X:
        predictions.append([toolbox.forward(x, weights)])
    return np.array(predictions)

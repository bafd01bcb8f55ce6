def forward_rows(X, weights):
    predictions = []
    for i in range(X):
        predictions.append(toolbox.forward(X[i], weights))
    return np.array(predictions)

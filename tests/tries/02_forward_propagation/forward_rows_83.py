def forward_rows(X, weights):
    predictions = np.zeros(len(X))
    for i in range(len(X)):
        predictions[i] = toolbox.forward(X[i], weights)
    return predictions

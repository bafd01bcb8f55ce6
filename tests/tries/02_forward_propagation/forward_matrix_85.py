def forward_matrix(X, W1, w2):
    predictions = []
    for x in X:
        hidden = x @ W1
        predictions.append(hidden @ w2)
    return np.array(predictions)

# says: What does `for x in X` give you
def forward_rows(X, weights):
    predictions = []
    for x in range(len(X)):
        predictions.append(toolbox.forward(x, weights))
    return np.array(predictions)

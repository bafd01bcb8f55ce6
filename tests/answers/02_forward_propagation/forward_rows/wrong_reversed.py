# says: Which customer stands in row 0?
def forward_rows(X, weights):
    predictions = []
    for x in X:
        predictions.insert(0, toolbox.forward(x, weights))
    return np.array(predictions)

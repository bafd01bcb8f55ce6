# says: inside the loop, and which around it
def forward_rows(X, weights):
    predictions = []
    for x in X:
        prediction = toolbox.forward(x, weights)
    predictions.append(prediction)
    return np.array(predictions)

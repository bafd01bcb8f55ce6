# says: That is the prediction for 3 and 5
def predict_with_network(x, weights):
    return 2 * 0 + 7 * 26

# says: weights of the first example are in the result
def predict_with_network(x, weights):
    relu, node_value = toolbox.relu, toolbox.node_value
    first = np.array([relu(node_value(x, weights[f"node_0_{k}"])) for k in (0, 1)])
    second = np.array([relu(node_value(first, weights[f"node_1_{k}"])) for k in (0, 1)])
    return node_value(second, np.array([2, 7]))

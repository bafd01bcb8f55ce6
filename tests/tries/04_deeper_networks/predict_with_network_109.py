def predict_with_network(x, weights):
    a = toolbox.relu(x) * weights["node_0_0"]
    b = toolbox.relu(x) * weights["node_0_1"]
    c = a * weights["node_1_0"]
    d = b * weights["node_1_1"]
    return np.sum((c + d) * weights["output"])

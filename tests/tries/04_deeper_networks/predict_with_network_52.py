def layer(x, weights, names):
    return np.array([toolbox.relu(toolbox.node_value(x, weights[n])) for n in names])

def predict_with_network(x, weights):
    h1 = layer(x, weights, ["node_0_0", "node_0_1"])
    h2 = layer(h1, weights, ["node_1_0", "node_1_1"])
    return toolbox.node_value(h2, weights["output"])

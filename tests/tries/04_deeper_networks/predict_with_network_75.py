def predict_with_network(x, weights):
    h = toolbox.relu(x @ W1)
    g = toolbox.relu(h @ W2)
    return toolbox.node_value(g, weights["output"])

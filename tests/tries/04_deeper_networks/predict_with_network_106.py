def predict_with_network(x, weights):
    for w in weights.values():
        x = toolbox.relu(toolbox.node_value(x, w))
    return x

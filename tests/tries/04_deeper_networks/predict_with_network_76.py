def predict_with_network(x, weights):
    for name in weights:
        x = toolbox.relu(toolbox.node_value(x, weights[name]))
    return x

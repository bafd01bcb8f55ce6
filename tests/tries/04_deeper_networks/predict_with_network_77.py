def predict_with_network(x, weights):
    values = []
    for name in weights:
        values.append(toolbox.relu(toolbox.node_value(x, weights[name])))
    return values[-1]
